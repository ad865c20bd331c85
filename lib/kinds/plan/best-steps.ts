import { chainName, type Factor } from '@/lib/kinds/plan/cost/chain';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { PlanSpec } from './answer';
import type { PreparedPlan } from './prepare';

const NAMES = [...'abcpqrsuvz'];

/** The best plan as a student might write it, one product a line. */
export function bestSteps(spec: PlanSpec, { table, outputs, optimum }: PreparedPlan): string[] {
  const labels = new Map(outputs.map(({ label, chain }) => [chainName(chain).key, label]));
  const taken = new Set(spec.outputs.flatMap(({ leftSides }) => leftSides));
  const free = NAMES.filter((name) => !table.declares(name) && !taken.has(name));
  const named = new Map<string, { name: string; turned: boolean }>();
  const steps = optimum.products.map(({ factors, left, right }, index) => {
    const own = chainName(factors);
    const label = labels.get(own.key);
    const name = label ?? free.shift() ?? `h_{${index + 1}}`;
    // An output may be the transpose of this product: both conventions count.
    named.set(own.key, { name, turned: own.turned });
    return `${name} = ${factorLatex(left, table, named)} ${factorLatex(right, table, named)}`;
  });
  // Outputs that need no product of their own: a single symbol, or equal to another output.
  const extra = outputs.flatMap(({ label, chain }) => {
    const own = named.get(chainName(chain).key);
    if (own?.name === label) return [];
    return [`${label} = ${factorLatex(chain, table, named)}`];
  });
  return [...steps, ...extra];
}

function factorLatex(
  factors: readonly Factor[],
  table: SymbolTable,
  named: ReadonlyMap<string, { name: string; turned: boolean }>,
): string {
  const [only] = factors;
  if (only && factors.length === 1) return raised(table.latexOf(only.id), only.turned);
  const { key, turned } = chainName(factors);
  const intermediate = named.get(key);
  return intermediate ? raised(intermediate.name, intermediate.turned !== turned) : '';
}

function raised(latex: string, turned: boolean): string {
  return turned ? `{${latex}}^{\\top}` : latex;
}

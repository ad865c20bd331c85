import { realFloat } from '@/lib/math/arithmetic/real-float';
import { freeIds, isEstimated } from '@/lib/math/core/free-symbols';
import { Meter, WorkSpent } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import type { Finding } from '@/lib/math/evaluate/evaluate-types';
import { SampleEnvironment, Sampler } from '@/lib/math/evaluate/sample';
import { compile } from '@/lib/math/language/evaluate';
import { toLatex } from '@/lib/math/language/latex';
import { elaborate } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { unfold } from '@/lib/math/types/unfold';
import type { CompareOptions } from './outcome';

const POINTS = 4;
const MOST_WORK = 1_000_000;

const WORDS: Record<Finding['what'], string> = {
  divergent: 'diverges',
  oscillating: 'oscillates without end, so that the machine cannot work it out',
  undefined: 'has an integrand that is not defined all the way',
  unsettled: 'could not be worked out',
};

/**
 * Why an expression has no value, as a sentence: the integral or sum that diverges, at the first
 * points that are tried. Null where nothing is found.
 */
export function whyNoValue(
  tree: Tree,
  table: SymbolTable,
  { seed, functions = new Map(), definitions = new Map() }: CompareOptions,
): string | null {
  const elaborated = elaborate(unfold(tree, table, functions), table, undefined);
  if (!elaborated.ok || !isEstimated(elaborated.value.tree)) return null;
  const found: Finding[] = [];
  const meter = new Meter(MOST_WORK);
  const compilation = {
    arithmetic: realFloat,
    table,
    seed,
    meter,
    functions,
    costs: { operation: 1, function: 3 },
    notice: (finding: Finding) => found.push(finding),
  };
  const expression = elaborated.value.tree;
  const { compiled } = compile(expression, compilation);
  const defined = new Map(
    [...definitions].map(([id, body]) => [id, compile(body, compilation)] as const),
  );
  const sampler = new Sampler(freeIds([expression], definitions), table, seed);
  try {
    for (let drawn = 0; drawn < POINTS && found.length === 0; drawn++)
      compiled.run(new SampleEnvironment(sampler.next(), compilation, defined));
  } catch (error) {
    if (!(error instanceof WorkSpent)) throw error;
  }
  const [first] = found;
  if (!first) return null;
  // Variables of functions were given names of their own.
  const shown = toLatex(first.tree, table).replace(/#\d+/g, '');
  return `$${shown}$ ${WORDS[first.what]}.`;
}

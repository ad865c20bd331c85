import { realFloat } from '@/lib/math/arithmetic/real-float';
import type { CompareOptions } from '@/lib/math/compare/outcome';
import { compileDefinitions, SampleEnvironment } from '@/lib/math/compare/sample-environment';
import { freeIds, isEstimated } from '@/lib/math/core/free-symbols';
import { FLOAT_COSTS, Meter, WorkSpent } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import type { Finding } from '@/lib/math/evaluate/evaluate-types';
import { Sampler } from '@/lib/math/evaluate/sample';
import { compile } from '@/lib/math/language/evaluate';
import { toLatex } from '@/lib/math/language/latex';
import { elaborate } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { unfold } from '@/lib/math/types/unfold';

/** An integral that diverges does so nearly everywhere: a few points show it. */
const DRAWS = 4;
/** What looking may cost, in units of the meter. */
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
  const findings: Finding[] = [];
  const meter = new Meter(MOST_WORK);
  const compilation = {
    arithmetic: realFloat,
    table,
    seed,
    meter,
    functions,
    costs: FLOAT_COSTS,
    notice: (finding: Finding) => findings.push(finding),
  };
  const expression = elaborated.value.tree;
  const { compiled } = compile(expression, compilation);
  const compiledDefinitions = compileDefinitions(definitions, compilation);
  const sampler = new Sampler(freeIds([expression], definitions), table, seed);
  try {
    for (let drawn = 0; drawn < DRAWS && findings.length === 0; drawn++)
      compiled.run(new SampleEnvironment(sampler.next(), compilation, compiledDefinitions));
  } catch (error) {
    if (!(error instanceof WorkSpent)) throw error;
  }
  const [first] = findings;
  if (!first) return null;
  // Variables of functions were given names of their own.
  const latex = toLatex(first.tree, table).replace(/#\d+/g, '');
  return `$${latex}$ ${WORDS[first.what]}.`;
}

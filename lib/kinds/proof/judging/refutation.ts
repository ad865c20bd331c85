import type { ReadStep } from '@/lib/kinds/proof/reading/read-steps';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { counterexample, divergingExample } from '@/lib/kinds/proof/reasoning/counterexample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type JudgedStep, notRight, undecided } from './judged-step';
import type { NotFollowing } from './supposition';

/** Why a line is left open for which no witness can be shown. */
const ALIKE = 'the two sides come out too close to each other';

type Refuting = Exclude<NotFollowing, { kind: 'undecided' }>;

/**
 * Why a statement does not follow, in the student's own symbols. Null where that cannot be shown, and
 * nothing may be refuted.
 */
export function refutation(
  decision: Refuting,
  statement: Statement,
  premises: readonly Statement[],
  table: SymbolTable,
): string | null {
  if (decision.kind === 'diverges') return divergingExample(decision.model, statement, table);
  const related = premises.filter(({ operator }) => operator !== '->');
  return counterexample(decision.model, related, statement, table);
}

/** The verdict on a line with a statement that does not follow: refuted, or undecided where no witness can be shown. */
export function refuted(
  step: ReadStep,
  decision: Refuting,
  statement: Statement,
  premises: readonly Statement[],
  table: SymbolTable,
): JudgedStep {
  const summary = refutation(decision, statement, premises, table);
  if (summary === null) return undecided(step, ALIKE);
  const message = statement.isOfLimit
    ? `A limit does not change with the index, and what stands beside it does. ${summary}`
    : decision.kind === 'undefined'
      ? `This has no meaning everywhere: something may be zero that it divides by, less than zero under a root, or not positive under a logarithm. ${summary}`
      : `This does not follow. ${summary}`;
  return notRight(step, 'refuted', message, summary);
}

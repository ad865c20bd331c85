import type { Meter } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { IdentityTest } from './identity-test';
import { type CompareOptions, type Outcome, undecided } from './outcome';

type Sign = 1 | -1;

/** A number that hardly any expression equals: compared with it, the expression shows a value of its own. */
const UNLIKELY: Tree = { kind: 'number', text: '0.123456789' };

/**
 * Compares two sides of which at least one is written as ±∞, whose signs are `signs`, null where a
 * side is finite: ∞ equals itself, and nothing that has a value.
 */
export function compareInfinite(
  reference: Tree,
  answer: Tree,
  [referenceSign, answerSign]: readonly [Sign | null, Sign | null],
  table: SymbolTable,
  options: CompareOptions,
  meter: Meter,
): Outcome {
  if (referenceSign && answerSign) {
    if (referenceSign === answerSign) return { verdict: 'right', transposed: false };
    const values = { reference: infinityLatex(referenceSign), answer: infinityLatex(answerSign) };
    return { verdict: 'wrong', witness: { at: [], ...values } };
  }
  const finite = referenceSign ? answer : reference;
  const { upTo: _, ...plainOptions } = options;
  const outcome = new IdentityTest(finite, UNLIKELY, table, plainOptions, meter).outcome(false);
  if (outcome.verdict !== 'wrong' || outcome.witness.reference.includes('undefined'))
    return undecided('one side is infinite.');
  const { at, reference: value } = outcome.witness;
  const witness = referenceSign
    ? { at, reference: infinityLatex(referenceSign), answer: value }
    : { at, reference: value, answer: infinityLatex(answerSign ?? 1) };
  return { verdict: 'wrong', witness };
}

function infinityLatex(sign: Sign): string {
  return sign === 1 ? '\\infty' : '-\\infty';
}

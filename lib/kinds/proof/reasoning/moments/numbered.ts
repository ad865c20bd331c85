import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import { type Statement, startOf } from '@/lib/kinds/proof/reading/statement';
import { Digits } from '@/lib/kinds/proof/reasoning/digits';
import { appliedIn } from '@/lib/kinds/proof/reasoning/functions/applied';
import type { Language } from '@/lib/kinds/proof/reasoning/language';
import { Model } from '@/lib/kinds/proof/reasoning/model';
import { Theory } from '@/lib/kinds/proof/reasoning/theory';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';

/** How many moments behind the first possible one a claim is tried at. */
const TRIED = 3;
/** The moments around the current one that statements are said of. */
const AROUND = [-4, -3, -2, -1, 0, 1, 2];

/** A claim at a numbered moment, with what is known of all moments up to the one after. */
export interface Numbered {
  moment: number;
  premises: readonly Statement[];
  claim: Statement;
}

/** What statements say at the moments that are numbered by name, such as `x_0`. */
export function atFixedMoments(
  statements: readonly Statement[],
  sequences: Sequences,
): Statement[] {
  const { counted } = sequences;
  if (!counted) return [];
  const moments = [...new Set([...counted.fixed.values()].map(({ offset }) => offset))];
  return statements.flatMap((statement) =>
    moments.flatMap((moment) => {
      const { left, right, isOfOneMoment, operator } = statement;
      const isThere = moment >= counted.start + startOf(statement, sequences);
      if (isOfOneMoment || operator === '->' || !isThere) return [];
      if (!sequences.isIn(left) && !sequences.isIn(right)) return [];
      const sides = [sequences.at(left, moment), sequences.at(right, moment)];
      return placed(statement, sides);
    }),
  );
}

/** That the current moment is so late that all that a claim speaks of is there. */
export function isThere(claim: Statement | undefined, sequences: Sequences): Statement[] {
  const { counted } = sequences;
  if (!counted) return [];
  const late = claim && claim.operator !== '->' ? startOf(claim, sequences) : 1;
  return [
    {
      operator: '>=',
      left: { kind: 'symbol', id: counted.index },
      right: { kind: 'number', text: String(counted.start + late) },
      isOfOneMoment: true,
    },
  ];
}

/**
 * A claim at the first moments at which it and all that is known have a meaning, in elements around
 * it instead of numbered ones: there it may be refuted by values of the first elements.
 */
export function numbered(
  premises: readonly Statement[],
  claim: Statement,
  sequences: Sequences,
): Numbered[] {
  const { counted } = sequences;
  if (!counted || [...premises, claim].some((each) => isAppliedToFixed(each, sequences))) return [];
  const starts = [...premises, claim].map((each) => startOf(each, sequences));
  const fixed = [...counted.fixed.values()].map(({ offset }) => offset);
  const first = Math.max(counted.start + Math.max(...starts), ...fixed);
  return Array.from({ length: TRIED }, (_, later) => first + later).flatMap(
    (moment) => atMoment(premises, claim, sequences, moment) ?? [],
  );
}

/** A claim at a numbered moment, with what is known of the moments around; null where it is not there. */
function atMoment(
  premises: readonly Statement[],
  claim: Statement,
  sequences: Sequences,
  moment: number,
): Numbered | null {
  const start = sequences.counted?.start ?? 0;
  const at = (statement: Statement, by: number): Statement[] => {
    if (moment + by < start + startOf(statement, sequences)) return [];
    const { left, right } = statement;
    return placed(statement, [
      sequences.located(left, moment, by),
      sequences.located(right, moment, by),
    ]);
  };
  const [only] = at(claim, 0);
  if (!only) return null;
  const said = premises.flatMap((statement) => {
    const moves = sequences.isIn(statement.left) || sequences.isIn(statement.right);
    const shifts = moves && !statement.isOfOneMoment ? AROUND : [0];
    return shifts.flatMap((by) => at(statement, by));
  });
  return { moment, premises: said, claim: only };
}

/** A claim in two: at the first moment, and at the next one for any at which it holds. */
export interface Induction {
  start: Numbered;
  next: Statement;
  /** What is known, and the claim itself for one moment. */
  premises: readonly Statement[];
}

/**
 * Induction for a claim about any moment; null where it is about others, or where something is known
 * of one moment only.
 */
export function inductionFor(
  premises: readonly Statement[],
  claim: Statement,
  sequences: Sequences,
): Induction | null {
  const { counted } = sequences;
  const isAny = sequences.isIn(claim.left) || sequences.isIn(claim.right);
  if (!counted || !isAny || claim.operator === '->' || startOf(claim, sequences) > 0) return null;
  if ([claim, ...premises].some(({ isOfOneMoment }) => isOfOneMoment)) return null;
  if ([claim, ...premises].some((each) => isAppliedToFixed(each, sequences))) return null;
  const start = atMoment(premises, claim, sequences, counted.start);
  const [left, right] = [sequences.shifted(claim.left, 1), sequences.shifted(claim.right, 1)];
  if (!start || !left || !right) return null;
  const here: Statement = { ...claim, isOfOneMoment: true };
  return { start, next: { ...claim, left, right }, premises: [...premises, here] };
}

function placed(statement: Statement, [left, right]: readonly (Tree | null)[]): Statement[] {
  return left && right ? [{ ...statement, left, right, isOfOneMoment: true }] : [];
}

/** Whether a function is taken of an element that is named by its number: that is not looked at. */
function isAppliedToFixed({ left, right }: Statement, { counted }: Sequences): boolean {
  return [left, right]
    .flatMap(appliedIn)
    .some((call) => [...symbolsIn(call)].some((id) => counted?.fixed.has(id)));
}

/**
 * A model at a numbered moment as one of the statements as they were said: with the index, and with
 * elements that are named by their numbers. Null where the claim, the last of them, is not refuted.
 */
export function inNumbers(
  model: Model,
  moment: number,
  said: readonly Statement[],
  language: Language,
  sequences: Sequences,
): Model | null {
  const plain = new Theory(language, []);
  const trees = said.flatMap(({ left, right }) => [left, right]);
  const values = new Map<string, Digits>();
  const note = (name: string, value: ReturnType<Model['valueOf']>) => {
    if (value instanceof Digits) values.set(name, value);
    else
      for (const [index, entry] of (value ?? []).entries())
        values.set(`${name}[${index + 1}]`, entry);
  };
  for (const id of new Set(trees.flatMap((tree) => [...symbolsIn(tree)]))) {
    const located = sequences.located({ kind: 'symbol', id }, moment, 0);
    if (located && language.table.typeOf(id)?.kind !== 'function') note(id, model.valueOf(located));
  }
  for (const call of trees.flatMap(appliedIn)) {
    const located = sequences.located(call, moment, 0);
    if (located) note(plain.nameOf(call), model.valueOf(located));
  }
  const whole = new Model(language, plain, model.dimension, values);
  const claim = said.at(-1);
  return claim && (whole.satisfies(claim) === false || whole.lacksValue(claim)) ? whole : null;
}

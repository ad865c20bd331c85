import { judgeUnread } from '@/lib/kinds/fields/unread';
import type { Finding as AnyFinding } from '@/lib/kinds/judged';
import { compare } from '@/lib/math/compare/compare';
import type { Comparison } from '@/lib/math/compare/outcome';
import { whyNoValue } from '@/lib/math/compare/witness/why-no-value';
import { atPoint } from '@/lib/math/compare/witness/witness';
import { isEstimated } from '@/lib/math/core/free-symbols';
import { sameTree } from '@/lib/math/core/same-tree';
import type { Tree } from '@/lib/math/core/tree';
import { unfold } from '@/lib/math/types/unfold';
import { type PlainForm, plainForm } from './plain-form';
import { hasAverage } from './pooled';
import type { PreparedDerivation } from './prepare';
import type { ReadLine } from './read-lines';

interface Finding extends AnyFinding {
  /** It is not equal to the step before, but to the problem. */
  mends?: boolean;
}

/** What became of one step, or of a line that could not be read (`none`, without a tree). */
export interface JudgedStep extends Finding {
  /** The number of its line, from 1. */
  line: number;
  /** `first` states what is derived, a `step` leads on from the one before, a `copy` repeats it. */
  role: 'first' | 'step' | 'copy' | 'none';
  tree: Tree | null;
  /** What it leads on from. */
  from: Tree | null;
  /** It is equal to the problem, by itself or through the steps before it. */
  isTrue: boolean;
}

/** What became of one line. */
export interface JudgedLine extends Finding {
  number: number;
  /** Empty where the line is an aside, and where it is a remark that nothing depends on. */
  steps: readonly JudgedStep[];
  /** The members of an aside: a chain that is true by itself, and neither claimed to lead on nor doing so. */
  aside: readonly Tree[];
  /** It holds words that were not read, and is passed over. */
  hasWords: boolean;
}

/** A step and the line in which it stands. */
interface Place {
  tree: Tree;
  number: number;
  /** It was found equal to the problem, through the steps before it or by itself. */
  isTrue: boolean;
}

/** Work that the whole derivation may cost, in units of the meter, and one comparison of it. */
const MOST_WORK = 40_000_000;
const MOST_AT_ONCE = 10_000_000;

/**
 * Judges lines, each against the one before or, where that fails, against the problem: after a slip
 * one may go on from either. Comparisons share one allowance of work; what it does not reach is for
 * a person.
 */
export class LineJudge {
  readonly #prepared: PreparedDerivation;
  readonly #seed: string;
  #left = MOST_WORK;

  constructor(prepared: PreparedDerivation, seed: string) {
    this.#prepared = prepared;
    this.#seed = seed;
  }

  /** Whether two expressions are equal; of shapes that differ they are not. */
  compare(reference: Tree, answer: Tree, table = this.#prepared.table): Comparison {
    const mostWork = Math.min(this.#left, MOST_AT_ONCE);
    const { compareOptions } = this.#prepared;
    const comparison = compare(reference, answer, table, {
      ...compareOptions,
      seed: this.#seed,
      mostWork,
    });
    this.#left = Math.max(0, this.#left - comparison.work);
    return comparison;
  }

  isEqual(reference: Tree, answer: Tree): boolean {
    return this.compare(reference, answer).verdict === 'right';
  }

  all(lines: readonly ReadLine[]): JudgedLine[] {
    const judged: JudgedLine[] = [];
    let before: Place | null = null;
    for (const [index, line] of lines.entries()) {
      const later = lines.slice(index + 1);
      const judgedLine: JudgedLine | null =
        line.kind === 'unreadable'
          ? this.#unreadable(line, before, later)
          : this.#line(line, before, later);
      if (!judgedLine) continue;
      judged.push(judgedLine);
      const end: JudgedStep | undefined = judgedLine.steps.at(-1);
      if (end?.tree) before = { tree: end.tree, number: line.number, isTrue: end.isTrue };
    }
    return judged;
  }

  /** Remarks are passed over where the derivation goes on from the line before them. */
  #unreadable(
    { number, text, error, isRemark }: Extract<ReadLine, { kind: 'unreadable' }>,
    before: Place | null,
    later: readonly ReadLine[],
  ): JudgedLine {
    const { share: _, ...finding } = judgeUnread(`Line ${number}`, text, error);
    const next = before && isRemark ? this.#goesOnFrom(before, later) : null;
    if (before && next) {
      const message = `${finding.message} It is passed over: line ${next.number} goes on from line ${before.number}.`;
      return { ...passedOver(number, message), hasWords: true };
    }
    const none = { line: number, role: 'none', tree: null, from: null, isTrue: false } as const;
    return { ...passedOver(number, ''), ...finding, steps: [{ ...none, ...finding }] };
  }

  #line(line: ReadLine, before: Place | null, later: readonly ReadLine[]): JudgedLine | null {
    const { number } = line;
    if (line.kind !== 'steps') return null;
    const next = before && line.defines ? this.#goesOnFrom(before, later) : null;
    if (before && next) {
      const message = `Line ${number} is read as a definition; line ${next.number} goes on from line ${before.number}.`;
      return passedOver(number, message);
    }
    const steps = this.#stepsOf(line, before);
    const failed = steps.find(({ verdict }) => verdict !== 'right');
    const [start, ...inner] = steps;
    if (!start) return null;
    const isAside =
      start.verdict === 'wrong' &&
      inner.length > 0 &&
      inner.every(({ verdict }) => verdict === 'right') &&
      !line.continues &&
      !this.#isGoneOnFrom(line.steps, later, before === null);
    if (isAside) {
      const message = `Line ${number} is true by itself, but does not go on from ${nameOf(before)}; it is read as an aside.`;
      return { ...passedOver(number, message), aside: line.steps };
    }
    const { verdict, message, evidence, witness } = failed ?? start;
    return {
      ...passedOver(number, message),
      ...{ steps, verdict, evidence, ...(witness && { witness }) },
    };
  }

  #stepsOf({ number, steps }: Extract<ReadLine, { kind: 'steps' }>, before: Place | null) {
    let isTrue = before?.isTrue ?? true;
    return steps.map((tree, index): JudgedStep => {
      const left = steps[index - 1];
      const from: Place | null = left ? { tree: left, number, isTrue } : before;
      const place = { line: number, tree, from: from?.tree ?? null };
      const link = this.#link(tree, from, number, index > 0 ? index + 1 : null);
      isTrue = link.verdict === 'right' && (from === null || from.isTrue || link.mends === true);
      const isCopy =
        from && link.verdict === 'right' && !link.mends && this.#sayTheSame(from.tree, tree);
      if (from && isCopy)
        return { ...place, role: 'copy', isTrue, ...repeats(number, from.number) };
      return { ...place, role: from ? 'step' : 'first', isTrue, ...link };
    });
  }

  /**
   * Whether nothing was done from one to the other: the same again, or with zeros and ones, in another
   * order, or with definitions written out.
   */
  #sayTheSame(a: Tree, b: Tree): boolean {
    if (sameTree(a, b)) return true;
    const [form, other] = [this.plainForm(a), this.plainForm(b)];
    // Where nothing is integrated, putting like terms together is the work.
    const isWork = form.averages.size === 0 && !hasAverage(this.#prepared.problem);
    return !isWork && form.key === other.key;
  }

  /** The form of an expression with definitions written out. */
  plainForm(tree: Tree): PlainForm {
    return plainForm(this.unfolded(tree));
  }

  /** The expression with what functions are and expectations stand for. */
  unfolded(tree: Tree): Tree {
    const { table, compareOptions } = this.#prepared;
    return unfold(tree, table, compareOptions.functions ?? new Map());
  }

  /** The next line with steps, where it goes on from this place; null where it does not. */
  #goesOnFrom(before: Place, later: readonly ReadLine[]): { number: number } | null {
    const next = later.find((line) => line.kind === 'steps' && !line.defines);
    const [start] = next?.kind === 'steps' ? next.steps : [];
    return next && start && this.isEqual(before.tree, start) ? next : null;
  }

  /**
   * Whether a chain leads on: it is the last, or the next line takes up where it ends; a first one
   * also where the next does not begin with the problem itself.
   */
  #isGoneOnFrom(chain: readonly Tree[], later: readonly ReadLine[], isFirst: boolean): boolean {
    const next = later.find((line) => line.kind === 'steps');
    const [end, start] = [chain.at(-1), next?.steps[0]];
    if (!end || !start || this.isEqual(end, start)) return true;
    return isFirst && !this.isEqual(this.#prepared.problem, start);
  }

  /** One step against what it follows, and else against the problem. */
  #link(step: Tree, before: Place | null, number: number, place: number | null): Finding {
    const { problem } = this.#prepared;
    const what = place === null ? `Line ${number}` : `Step ${place} of line ${number}`;
    const from = place === null ? nameOf(before) : 'the step before it';
    const comparison = this.#exactly(this.compare(before?.tree ?? problem, step), before, step);
    if (comparison.verdict === 'right')
      return { verdict: 'right', message: `${what} is equal to ${from}.`, evidence: 'Equal.' };
    const mends = before && this.#exactly(this.compare(problem, step), null, step);
    if (before && mends?.verdict === 'right') {
      const message = `${what} is equal to what is to be derived, though not to ${from}: the slip is mended.`;
      return { verdict: 'right', mends: true, message, evidence: 'Equal to the problem.' };
    }
    const without = this.#withoutValue(step);
    if (comparison.verdict === 'review') {
      const message = `${what} needs a person’s eye: ${without ?? comparison.reason}`;
      return { verdict: 'review', message, evidence: comparison.reason };
    }
    const { at, reference, answer } = comparison.witness;
    const summary = `${atPoint(at)}${from} is $${reference}$, ${what.toLowerCase()} is $${answer}$.`;
    const how = without ?? comparison.explanation;
    return {
      verdict: 'wrong',
      message: `${what} is not equal to ${from}.${how ? ` ${how}` : ''}`,
      evidence: summary,
      witness: { summary, data: { line: number, at, reference, answer } },
    };
  }

  /**
   * Values of integrals are estimates, beside which a small difference is not seen. So a step without
   * integrals, from a line that is equal to the problem, has to be equal to the author's result too.
   */
  #exactly(comparison: Comparison, before: Place | null, step: Tree): Comparison {
    const { result } = this.#prepared;
    if (comparison.verdict !== 'right' || before?.isTrue === false) return comparison;
    if (isEstimated(step) || isEstimated(result)) return comparison;
    const exact = this.compare(result, step);
    return exact.verdict === 'wrong' ? exact : comparison;
  }

  /** Why a step has no value, in words; null where it has one. */
  #withoutValue(step: Tree): string | null {
    const { table, compareOptions } = this.#prepared;
    return whyNoValue(step, table, { ...compareOptions, seed: this.#seed });
  }
}

function nameOf(before: Place | null): string {
  return before ? `line ${before.number}` : 'what is to be derived';
}

function passedOver(number: number, message: string): JudgedLine {
  const finding = { verdict: 'right', message, evidence: message } as const;
  return { number, steps: [], aside: [], hasWords: false, ...finding };
}

function repeats(number: number, before: number): Finding {
  const message =
    number === before
      ? `Line ${number} says the same twice.`
      : `Line ${number} says the same as line ${before}.`;
  return { verdict: 'right', message, evidence: message };
}

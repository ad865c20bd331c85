import type { Check, JsonValue } from '@/lib/exam/check';
import type { UnreadRule } from '@/lib/exam/format';
import { type PartScore, partScore } from '@/lib/exam/score';
import type { ContentProblem } from '@/lib/kinds/contract';
import { answers } from '@/lib/kinds/registry/answers';
import { graders } from '@/lib/kinds/registry/graders';
import { isKindName } from '@/lib/kinds/registry/names';
import { fail, ok, type Result } from '@/lib/result';

/**
 * Raised whenever the same answer may get another grade than before; grades are written once per
 * answer revision, exam version and grader version.
 */
export const GRADER_VERSION = '12';

export interface PartGradeInput {
  kind: string;
  spec: JsonValue;
  key: JsonValue;
  /** The content without its note. */
  answer: JsonValue;
  /** The student's note to the grader. */
  note: string | null;
  points: number;
  roundTo: number;
  /** What the exam told its students beforehand of what cannot be read. */
  unread: UnreadRule;
  seed: string;
  /** The attempt's contents for other parts, by part id, for follow-on credit. */
  earlier: Readonly<Record<string, JsonValue>>;
}

export interface PartGrade extends PartScore {
  checks: Check[];
}

/**
 * Grades one answer. Pure: the same input gives the same grade.
 * Fails only where the content does not have the shape of its kind; what a student wrote badly
 * inside that shape is a grade.
 */
export async function gradePart(input: PartGradeInput): Promise<Result<PartGrade, ContentProblem>> {
  const { kind, points, roundTo, unread } = input;
  if (!isKindName(kind))
    return fail({ message: `unknown kind of answer "${kind}"`, path: ['kind'] });
  const content = answers[kind].answer(input.answer);
  if (!content.ok) return content;
  const misfit = answers[kind].misfit(input.spec, content.value.content);
  if (misfit) return fail(misfit);
  const note = input.note?.trim() ? input.note.trim() : null;
  const checks: Result<Check[], ContentProblem> = content.value.empty
    ? ok([emptyCheck(points)])
    : await graders[kind](input);
  if (!checks.ok) return checks;
  const ruled = unread === 'wrong' ? checks.value.map(wrongAsUnread) : checks.value;
  const judged = note === null ? ruled : ruled.map(openForReview);
  return ok({ ...partScore(judged, points, roundTo), checks: judged });
}

function emptyCheck(points: number): Check {
  return {
    name: 'answer',
    verdict: 'wrong',
    score: 0,
    points,
    blank: true,
    message: 'This part was left empty.',
    evidence: 'Nothing was answered.',
  };
}

/** Where the exam said so beforehand, what cannot be read earns nothing. */
function wrongAsUnread(check: Check): Check {
  if (!check.unread || check.verdict !== 'review') return check;
  const { open: _, ...rest } = check;
  const message = `${check.message} In this exam what cannot be read counts as wrong.`;
  return { ...rest, verdict: 'wrong', message, witness: { summary: check.message } };
}

/** With a note beside it, a wrong answer may be right outside our language: a person decides. */
function openForReview(check: Check): Check {
  if (check.verdict !== 'wrong') return check;
  return {
    ...check,
    verdict: 'review',
    message: `${check.message} You left a note to the grader, so the machine does not decide this.`,
    evidence: `${check.evidence} Opened for review because of the student's note.`,
  };
}

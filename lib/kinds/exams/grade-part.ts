import type { Check, JsonValue } from '@/lib/exam/check';
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
export const GRADER_VERSION = '8';

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
  const { kind, points, roundTo } = input;
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
  const judged = note === null ? checks.value : checks.value.map(openForReview);
  return ok({ ...partScore(judged, points, roundTo), checks: judged });
}

function emptyCheck(points: number): Check {
  return {
    name: 'answer',
    verdict: 'wrong',
    score: 0,
    points,
    message: 'This part was left empty.',
    evidence: 'Nothing was answered.',
  };
}

/** With a note beside it, a wrong answer may be right outside our language: a person decides. */
function openForReview(check: Check): Check {
  if (check.verdict !== 'wrong') return check;
  return {
    ...check,
    verdict: 'review',
    message: `${check.message} You left a note to the grader, so a person looks at this before the score is final.`,
    evidence: `${check.evidence} Opened for review because of the student's note.`,
  };
}

import type { JsonValue } from '@/lib/exam/check';
import type { LoadedExam, LoadedPart, PartTest } from '@/lib/exam/format';
import { isSamePoints } from '@/lib/exam/score';
import type { ExamProblem } from '@/lib/exam/yaml-positions';
import type { Trial } from '@/lib/kinds/contract';
import { authoring } from '@/lib/kinds/registry/authoring';
import { isKindName } from '@/lib/kinds/registry/names';
import { parseContent } from './content';
import type { ParsedExam } from './parse-exam';
import { gradeUnderSeeds, seedsSaid } from './seeds';

/**
 * Runs what an exam says about itself: every part's own tests, and every reference graded as if a
 * student had written it, each under so many seeds. An exam with a problem here must not be published.
 */
export async function runExamTests(
  { exam, tests, yaml }: ParsedExam,
  file: string,
  seeds = 1,
): Promise<{ ran: number; problems: ExamProblem[] }> {
  const problems: ExamProblem[] = [];
  let ran = 0;
  for (const [a, assignment] of exam.assignments.entries()) {
    for (const [p, part] of assignment.parts.entries()) {
      const path = ['assignments', a, 'parts', p];
      const report = (message: string, at: readonly PropertyKey[]) => {
        problems.push({ message: `part ${part.id}: ${message}`, file, ...yaml.locate(at) });
      };
      const reference = await referenceFailure(part, exam, seeds);
      if (reference) ran++;
      if (reference?.wrong) report(reference.wrong, path);
      for (const [t, test] of (tests.get(part.id) ?? []).entries()) {
        ran++;
        const wrong = await failure(part, test, exam, seeds);
        // A key that cannot be used fails every test of its part in the same words.
        if (wrong && !reference?.wrong?.endsWith(wrong))
          report(`test ${t + 1}: ${wrong}`, [...path, 'tests', t]);
      }
    }
  }
  return { ran, problems };
}

type Expectation = Omit<PartTest, 'answer'> & { answer: JsonValue };

/** What is wrong with the reference of a part, if it has one. */
async function referenceFailure(
  part: LoadedPart,
  exam: Pick<LoadedExam, 'roundTo' | 'unread'>,
  seeds: number,
): Promise<{ wrong: string | null } | null> {
  if (!isKindName(part.kind)) return null;
  const { trial, referenceAnswer } = authoring[part.kind];
  const tried = trial(part.spec, part.key);
  if (tried) return { wrong: await trialFailure(part, tried, exam, seeds) };
  const answer = referenceAnswer(part.spec, part.key);
  if (answer === null) return null;
  const test = { answer, points: part.points, verdict: 'right' } as const;
  const wrong = await failure(part, test, exam, seeds);
  return { wrong: wrong && `the reference itself is not graded right: ${wrong}` };
}

/** What is wrong with a key of which a program is a part: it cannot be used, or not everywhere. */
async function trialFailure(
  part: LoadedPart,
  { answer, right }: Trial<JsonValue>,
  { roundTo, unread }: Pick<LoadedExam, 'roundTo' | 'unread'>,
  seeds: number,
): Promise<string | null> {
  const input = { ...part, answer, note: null, roundTo, unread, seed: part.id, earlier: {} };
  const graded = await gradeUnderSeeds(input, seeds);
  if (!graded.ok) return graded.error.message;
  for (const { name, verdict, message, evidence } of graded.value.grade.checks) {
    if (right.includes(name) && verdict !== 'right')
      return `the reference itself is not graded right: ${message}`;
    if (verdict === 'review') return `the key cannot be used: ${name}: ${evidence}`;
  }
  return null;
}

async function failure(
  part: LoadedPart,
  test: Expectation,
  { roundTo, unread }: Pick<LoadedExam, 'roundTo' | 'unread'>,
  seeds: number,
): Promise<string | null> {
  const content = parseContent(part.kind, test.answer, part.spec);
  if (!content.ok) return `the answer has the wrong shape: ${content.error.message}`;
  const { content: answer, note } = content.value;
  const graded = await gradeUnderSeeds(
    { ...part, answer, note, roundTo, unread, seed: part.id, earlier: {} },
    seeds,
  );
  if (!graded.ok) return graded.error.message;
  const { grade, groups } = graded.value;
  const { score, verdict, checks } = grade;
  const said = checks.map(({ message }) => message).join(' ');
  if (!isSamePoints(score, test.points)) {
    return `expected ${test.points} points, got ${score}. ${said}`;
  }
  if (test.verdict && verdict !== test.verdict) return `expected ${test.verdict}, got ${verdict}`;
  if (test.says && !said.includes(test.says)) return `expected "${test.says}" in: ${said}`;
  if (groups.length > 1) return `the grade depends on the seed: ${seedsSaid(groups)}`;
  return null;
}

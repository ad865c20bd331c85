import {
  type ExamFile,
  examFileSchema,
  type LoadedAssignment,
  type LoadedExam,
  type PartTest,
} from '@/lib/exam/format';
import { isSamePoints } from '@/lib/exam/score';
import { type ExamProblem, type PositionedYaml, readYaml } from '@/lib/exam/yaml-positions';
import type { ContentProblem } from '@/lib/kinds/contract';
import { fail, ok, type Result } from '@/lib/result';
import { parsePart } from './parse-part';

export interface ParsedExam {
  exam: Omit<LoadedExam, 'hash'>;
  /** The author's tests by part id. */
  tests: ReadonlyMap<string, readonly PartTest[]>;
  /** Where a value of the file stands, for messages about tests that fail. */
  locate: PositionedYaml['locate'];
}

/** Reads and validates an exam file; every problem found, each with line and column. */
export function parseExam(source: string, file: string): Result<ParsedExam, ExamProblem[]> {
  const yaml = readYaml(source, file);
  if (yaml.problems.length > 0) return fail(yaml.problems);
  const at = ({ message, path }: ContentProblem): ExamProblem => ({
    message: path.length > 0 ? `${path.join('.')}: ${message}` : message,
    file,
    ...yaml.locate(path),
  });
  const parsed = examFileSchema.safeParse(yaml.value);
  if (!parsed.success) {
    return fail(parsed.error.issues.map(({ message, path }) => at({ message, path })));
  }
  const problems = [...duplicateIds(parsed.data), ...wrongTotals(parsed.data)];
  const tests = new Map<string, readonly PartTest[]>();
  const assignments: LoadedAssignment[] = parsed.data.assignments.map((assignment, a) => {
    const parts = assignment.parts.flatMap((raw, p) => {
      const part = parsePart(raw, { decimalComma: parsed.data.decimal_comma });
      if (part.ok) {
        tests.set(part.value.part.id, part.value.tests);
        return [part.value.part];
      }
      const prefix = ['assignments', a, 'parts', p];
      problems.push(
        ...part.error.map(({ message, path }) => ({ message, path: [...prefix, ...path] })),
      );
      return [];
    });
    const points = sum(assignment.parts.map((part) => part.points));
    return { title: assignment.title, prompt: assignment.prompt, points, parts };
  });
  if (problems.length > 0) return fail(problems.map(at));
  const { slug, title, minutes, language, rules, round_to: roundTo, unread } = parsed.data;
  return ok({
    exam: { slug, title, minutes, language, rules, roundTo, unread, assignments },
    tests,
    locate: yaml.locate,
  });
}

function duplicateIds(exam: ExamFile): ContentProblem[] {
  const seen = new Set<string>();
  return exam.assignments.flatMap((assignment, a) =>
    assignment.parts.flatMap((part, p) => {
      if (!seen.has(part.id)) {
        seen.add(part.id);
        return [];
      }
      const path = ['assignments', a, 'parts', p, 'id'];
      return [{ message: `the id "${part.id}" is used twice`, path }];
    }),
  );
}

/** Totals that the author wrote down are promises to the students: they must hold. */
function wrongTotals(exam: ExamFile): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const compare = (written: number | undefined, parts: number, path: PropertyKey[]) => {
    if (written === undefined || isSamePoints(written, parts)) return;
    problems.push({ message: `says ${written}, but the parts sum to ${parts}`, path });
  };
  const totals = exam.assignments.map(({ parts }) => sum(parts.map((part) => part.points)));
  for (const [a, assignment] of exam.assignments.entries()) {
    compare(assignment.points, totals[a] ?? 0, ['assignments', a, 'points']);
  }
  compare(exam.points, sum(totals), ['points']);
  return problems;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import { z } from 'zod';
import {
  type ExamFile,
  examFileSchema,
  type LoadedAssignment,
  type LoadedExam,
  type PartTest,
} from '@/lib/exam/format';
import { placedInExam } from '@/lib/exam/place-in-exam';
import { readAs, type SchemaProblem } from '@/lib/exam/schema-problems';
import { isSamePoints } from '@/lib/exam/score';
import { type ExamProblem, type PositionedYaml, readYaml } from '@/lib/exam/yaml-positions';
import { fail, ok, type Result } from '@/lib/result';
import { parsePart, problemsOfKind } from './parse-part';

export interface ParsedExam {
  exam: Omit<LoadedExam, 'source' | 'hash' | 'files'>;
  /** The author's tests by part id. */
  tests: ReadonlyMap<string, readonly PartTest[]>;
  /** The file as it is written, for the places of what is said about it. */
  yaml: PositionedYaml;
}

/** Reads and validates an exam file; every problem found, each with line and column. */
export function parseExam(source: string, file: string): Result<ParsedExam, ExamProblem[]> {
  const yaml = readYaml(source, file);
  if (yaml.problems.length > 0) return fail(yaml.problems);
  const placed = (problems: readonly SchemaProblem[]): ExamProblem[] =>
    placedInExam(problems, yaml, file).map(({ problem: _, ...told }) => told);
  const parsed = readAs(examFileSchema, yaml.value);
  if (!parsed.success) return fail(placed([...parsed.problems, ...problemsOfParts(yaml.value)]));
  const problems = [...duplicateIds(parsed.data), ...wrongTotals(parsed.data)];
  const tests = new Map<string, readonly PartTest[]>();
  const assignments: LoadedAssignment[] = parsed.data.assignments.map((assignment, a) => {
    const parts = assignment.parts.flatMap((raw, p) => {
      const part = parsePart(raw, { decimalComma: parsed.data.decimal_comma });
      if (part.ok) {
        tests.set(part.value.part.id, part.value.tests);
        return [part.value.part];
      }
      problems.push(...within(['assignments', a, 'parts', p], part.error));
      return [];
    });
    const points = sum(assignment.parts.map((part) => part.points));
    return { title: assignment.title, prompt: assignment.prompt, points, parts };
  });
  if (problems.length > 0) return fail(placed(problems));
  const { slug, title, minutes, language, rules, round_to: roundTo, unread } = parsed.data;
  return ok({
    exam: { slug, title, minutes, language, rules, roundTo, unread, assignments },
    tests,
    yaml,
  });
}

function within(prefix: readonly PropertyKey[], problems: readonly SchemaProblem[]) {
  return problems.map((problem) => ({ ...problem, path: [...prefix, ...problem.path] }));
}

/** What no part of any kind has to be; enough to look at the parts of an exam that is not sound. */
const looseExam = z.looseObject({
  assignments: z.array(z.looseObject({ parts: z.array(z.unknown()).catch([]) })).catch([]),
});

/**
 * What the kinds say of the parts of an exam in which something else is wrong, so that an author
 * sees everything at once. What every part has was looked at with the exam.
 */
function problemsOfParts(value: unknown): SchemaProblem[] {
  const exam = looseExam.safeParse(value);
  if (!exam.success) return [];
  return exam.data.assignments.flatMap(({ parts }, a) =>
    parts.flatMap((raw, p) => within(['assignments', a, 'parts', p], problemsOfKind(raw))),
  );
}

function duplicateIds(exam: ExamFile): SchemaProblem[] {
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
function wrongTotals(exam: ExamFile): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
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

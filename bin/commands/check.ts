import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runExamTests } from '@/lib/kinds/exams/exam-tests';
import { parseExam } from '@/lib/kinds/exams/parse-exam';
import { fail, ok, type Result } from '@/lib/result';
import { describeProblem } from './describe-problem';
import { readSeeds } from './read-seeds';

/**
 * Validates an exam, runs its tests and grades its references; prints every problem with file, line
 * and column. With `--seeds N` each is graded under N seeds, and has to get the same grade under all.
 * @returns the exit status: 0 clean, 1 problems, 2 not called right
 */
export async function check(
  args: readonly string[],
  write: (line: string) => void,
): Promise<number> {
  const called = readArguments(args);
  if (!called.ok) {
    process.stderr.write(`${called.error}\n`);
    return 2;
  }
  const { folder, seeds } = called.value;
  const file = join(folder, 'exam.yaml');
  const source = await readFile(file, 'utf8').catch((error: Error) => error);
  if (source instanceof Error) {
    process.stderr.write(`${file}: cannot be read: ${source.message}\n`);
    return 2;
  }
  const parsed = parseExam(source, file);
  if (!parsed.ok) {
    for (const problem of parsed.error) write(describeProblem(problem));
    return 1;
  }
  const { ran, problems } = await runExamTests(parsed.value, file, seeds);
  for (const problem of problems) write(describeProblem(problem));
  const { exam } = parsed.value;
  const parts = exam.assignments.flatMap((assignment) => assignment.parts);
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  write(
    `${exam.title}: ${exam.assignments.length} assignments, ${parts.length} parts, ${points} points; ` +
      `${ran} tests, ${problems.length} failed`,
  );
  return problems.length > 0 ? 1 : 0;
}

function readArguments(args: readonly string[]): Result<{ folder: string; seeds: number }, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { seeds: { type: 'string' } },
      allowPositionals: true,
    });
    const [folder, ...rest] = positionals;
    const seeds = readSeeds(values.seeds);
    if (!seeds.ok) return seeds;
    if (folder === undefined || rest.length > 0)
      return fail('usage: nabla check exams/<slug> [--seeds N]');
    return ok({ folder, seeds: seeds.value });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runExamTests } from '@/lib/kinds/exam-tests';
import { parseExam } from '@/lib/kinds/parse-exam';
import { describeProblem } from './describe-problem';

/**
 * Validates an exam, runs its tests and grades its references; prints every problem with file, line
 * and column.
 * @returns the exit status: 0 clean, 1 problems, 2 not called right
 */
export async function check(
  args: readonly string[],
  write: (line: string) => void,
): Promise<number> {
  const [folder, ...rest] = args;
  if (folder === undefined || rest.length > 0) {
    process.stderr.write('usage: nabla check exams/<slug>\n');
    return 2;
  }
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
  const { ran, problems } = await runExamTests(parsed.value, file);
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

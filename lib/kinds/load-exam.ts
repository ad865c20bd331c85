import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedExam } from '@/lib/exam/format';
import type { ExamProblem } from '@/lib/exam/yaml-positions';
import { fail, ok, type Result } from '@/lib/math/result';
import { parseExam } from './parse-exam';

/** Reads `exam.yaml` from an exam's folder. */
export async function loadExam(folder: string): Promise<Result<LoadedExam, ExamProblem[]>> {
  const file = join(folder, 'exam.yaml');
  const source = await readFile(file, 'utf8').catch((error: Error) => error);
  if (source instanceof Error) {
    return fail([{ message: `cannot be read: ${source.message}`, file, line: 1, column: 1 }]);
  }
  const parsed = parseExam(source, file);
  if (!parsed.ok) return parsed;
  const hash = createHash('sha256').update(source).digest('hex');
  return ok({ ...parsed.value.exam, hash });
}

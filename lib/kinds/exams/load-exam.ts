import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedExam } from '@/lib/exam/format';
import type { ExamProblem } from '@/lib/exam/yaml-positions';
import { fail, ok, type Result } from '@/lib/result';
import { runExamTests } from './exam-tests';
import { type ParsedExam, parseExam } from './parse-exam';

/** Reads and validates `exam.yaml` in an exam's folder. */
export async function loadExam(folder: string): Promise<Result<LoadedExam, ExamProblem[]>> {
  const read = await readExam(folder);
  return read.ok ? ok(read.value.exam) : read;
}

/** The same for publishing: an exam whose own tests fail is refused. */
export async function loadPublishableExam(
  folder: string,
): Promise<Result<LoadedExam, ExamProblem[]>> {
  const read = await readExam(folder);
  if (!read.ok) return read;
  const { problems } = await runExamTests(read.value.parsed, join(folder, 'exam.yaml'));
  return problems.length > 0 ? fail(problems) : ok(read.value.exam);
}

async function readExam(
  folder: string,
): Promise<Result<{ exam: LoadedExam; parsed: ParsedExam }, ExamProblem[]>> {
  const file = join(folder, 'exam.yaml');
  const source = await readFile(file, 'utf8').catch((error: Error) => error);
  if (source instanceof Error) {
    return fail([{ message: `cannot be read: ${source.message}`, file, line: 1, column: 1 }]);
  }
  const parsed = parseExam(source, file);
  if (!parsed.ok) return parsed;
  const hash = createHash('sha256').update(source).digest('hex');
  return ok({ exam: { ...parsed.value.exam, hash }, parsed: parsed.value });
}

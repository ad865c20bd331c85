import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { LoadedExam, LoadedFile } from '@/lib/exam/format';
import type { ExamProblem } from '@/lib/exam/yaml-positions';
import { fail, ok, type Result } from '@/lib/result';
import { checkExam } from './check-exam';
import { type ParsedExam, parseExam } from './parse-exam';
import { filesBeside } from './pictures/beside';

/** Reads and validates `exam.yaml` in an exam's folder, to grade with: its pictures are not looked at. */
export async function loadExam(folder: string): Promise<Result<ParsedExam['exam'], ExamProblem[]>> {
  const source = await readSource(folder);
  if (!source.ok) return source;
  const parsed = parseExam(source.value.text, source.value.file);
  return parsed.ok ? ok(parsed.value.exam) : parsed;
}

/**
 * Reads and validates an exam with its pictures for publishing: one with an error is refused, also one
 * that its own tests find.
 */
export async function loadPublishableExam(
  folder: string,
): Promise<Result<LoadedExam, ExamProblem[]>> {
  const source = await readSource(folder);
  if (!source.ok) return source;
  const { text, file } = source.value;
  const { parsed, files, findings } = await checkExam(text, {
    file,
    folder: basename(resolve(folder)),
    beside: await filesBeside(folder),
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  return parsed && errors.length === 0
    ? ok({ ...parsed.exam, files, source: text, hash: hashOf(text, files) })
    : fail(errors);
}

async function readSource(
  folder: string,
): Promise<Result<{ text: string; file: string }, ExamProblem[]>> {
  const file = join(folder, 'exam.yaml');
  const text = await readFile(file, 'utf8').catch((error: Error) => error);
  if (text instanceof Error) {
    return fail([{ message: `cannot be read: ${text.message}`, file, line: 1, column: 1 }]);
  }
  return ok({ text, file });
}

/** Of an exam without pictures that of its source, as it always was. */
export function hashOf(source: string, files: readonly LoadedFile[]): string {
  const whole = createHash('sha256').update(source);
  for (const { name, hash } of files) whole.update(`\0${name}\0${hash}`);
  return whole.digest('hex');
}

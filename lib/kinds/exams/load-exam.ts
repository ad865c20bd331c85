import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { LoadedExam } from '@/lib/exam/format';
import type { ExamProblem } from '@/lib/exam/yaml-positions';
import { fail, ok, type Result } from '@/lib/result';
import { checkExam } from './check-exam';
import { type ParsedExam, parseExam } from './parse-exam';

/** Reads and validates `exam.yaml` in an exam's folder. */
export async function loadExam(folder: string): Promise<Result<LoadedExam, ExamProblem[]>> {
  const source = await readSource(folder);
  if (!source.ok) return source;
  const parsed = parseExam(source.value.text, source.value.file);
  return parsed.ok ? ok(loaded(parsed.value, source.value.text)) : parsed;
}

/** The same for publishing: an exam with an error is refused, also one that its own tests find. */
export async function loadPublishableExam(
  folder: string,
): Promise<Result<LoadedExam, ExamProblem[]>> {
  const source = await readSource(folder);
  if (!source.ok) return source;
  const { text, file } = source.value;
  const { parsed, findings } = await checkExam(text, { file, folder: basename(resolve(folder)) });
  const errors = findings.filter(({ severity }) => severity === 'error');
  return parsed && errors.length === 0 ? ok(loaded(parsed, text)) : fail(errors);
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

function loaded({ exam }: ParsedExam, source: string): LoadedExam {
  return { ...exam, hash: createHash('sha256').update(source).digest('hex') };
}

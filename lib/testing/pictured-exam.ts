import { createHash, randomUUID } from 'node:crypto';
import type { LoadedExam } from '@/lib/exam/format';
import { loadPublishableExam } from '@/lib/kinds/exams/load-exam';

/** Prompts show `network.svg` and `gate.svg`, an option `falling.png`, a solution `answer.svg`, a rubric `slope.svg`. */
export const PICTURED_EXAM = 'lib/testing/pictured-exam';

/** The exam with pictures and a table, under a name of its own. */
export async function picturedExam(): Promise<LoadedExam> {
  const exam = await loadPublishableExam(PICTURED_EXAM);
  if (!exam.ok) throw new Error(JSON.stringify(exam.error));
  const slug = `pictured-${randomUUID()}`;
  return { ...exam.value, slug, hash: createHash('sha256').update(slug).digest('hex') };
}

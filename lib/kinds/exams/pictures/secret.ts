import type { ParsedExam } from '@/lib/kinds/exams/parse-exam';
import { picturesIn } from '@/lib/ui/typeset/pictures-in';

/**
 * The names of the pictures in all that students see while they write: prompts, and what may be sent of
 * each part. Any other picture belongs to the key.
 */
export function picturesForStudents({ assignments }: ParsedExam['exam']): ReadonlySet<string> {
  const texts = assignments.flatMap(({ prompt, parts }) => [
    prompt,
    ...parts.flatMap((part) => [part.prompt, ...stringsIn(part.spec)]),
  ]);
  return new Set(texts.flatMap((text) => picturesIn(text).pictures.map(({ name }) => name)));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

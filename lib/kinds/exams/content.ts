import { z } from 'zod';
import type { JsonValue } from '@/lib/exam/check';
import type { ContentProblem } from '@/lib/kinds/contract';
import { MAX_NOTE_LENGTH } from '@/lib/kinds/note';
import { answers } from '@/lib/kinds/registry/answers';
import { isKindName } from '@/lib/kinds/registry/names';
import { fail, ok, type Result } from '@/lib/result';

/** An answer as it travels: the kind's content with the note to the grader beside it. */
export interface Content {
  content: JsonValue;
  note: string | null;
  /** Neither an answer nor a note. */
  empty: boolean;
}

const withNote = z.looseObject({
  note: z.string().max(MAX_NOTE_LENGTH, `at most ${MAX_NOTE_LENGTH} characters`).optional(),
});

/** Checks that `raw` is what a part of this kind and spec takes; strict, unknown fields are refused. */
export function parseContent(
  kind: string,
  raw: unknown,
  spec: JsonValue,
): Result<Content, ContentProblem> {
  if (!isKindName(kind))
    return fail({ message: `unknown kind of answer "${kind}"`, path: ['kind'] });
  const parsed = withNote.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail({ message: issue?.message ?? 'expected an object', path: issue?.path ?? [] });
  }
  const { note, ...rest } = parsed.data;
  const content = answers[kind].answer(rest);
  if (!content.ok) return content;
  const misfit = answers[kind].misfit(spec, content.value.content);
  if (misfit) return fail(misfit);
  const text = note?.trim() ? note : null;
  return ok({
    content: content.value.content,
    note: text,
    empty: content.value.empty && text === null,
  });
}

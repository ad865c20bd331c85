import { z } from 'zod';
import type { ContentProblem } from '@/lib/kinds/contract';

/** Longer than any formula that is read, so that what is too long is graded, not refused. */
export const MAX_STORED_LENGTH = 20_000;

/** What of a text can be stored: it ends with no half of a character. */
export function storablePart(text: string): string {
  if (text.length <= MAX_STORED_LENGTH) return text;
  return text.slice(0, MAX_STORED_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}

/** What is said where so many characters of a text cannot be stored. */
export function leftOut(characters: number): string {
  const count = `the last ${characters.toLocaleString('en')} character${characters === 1 ? ' is' : 's are'}`;
  return `${count} left out; there is room for ${MAX_STORED_LENGTH.toLocaleString('en')}.`;
}

export const fieldsAnswer = z.strictObject({
  fields: z.record(z.string().max(100), z.string().max(MAX_STORED_LENGTH)).optional(),
});
export type FieldsAnswer = z.infer<typeof fieldsAnswer>;

/** The text of one field; nothing typed is the empty text. */
export function fieldText(answer: FieldsAnswer, name: string): string {
  return (Object.hasOwn(answer.fields ?? {}, name) ? answer.fields?.[name] : undefined) ?? '';
}

export function noFieldFilled(answer: FieldsAnswer): boolean {
  return Object.values(answer.fields ?? {}).every((text) => text.trim() === '');
}

/** The labels of the fields that were left empty, as markdown. */
export function emptyFields(
  { fields }: { fields: readonly { name: string; label: string }[] },
  answer: FieldsAnswer,
): string[] {
  return fields
    .filter(({ name }) => fieldText(answer, name).trim() === '')
    .map(({ label }) => `$${label}$`);
}

/** Fields that the part does not have: a mistake of the program that sent them. */
export function unknownField(
  spec: { fields: readonly { name: string }[] },
  answer: FieldsAnswer,
): ContentProblem | null {
  const names = spec.fields.map((field) => field.name);
  const unknown = Object.keys(answer.fields ?? {}).find((name) => !names.includes(name));
  if (unknown === undefined) return null;
  return { message: `no such field; this part has ${names.join(', ')}`, path: ['fields', unknown] };
}

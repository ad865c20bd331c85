import type { FieldReader } from './field-reader';

/** What MathLive does not write: words, signs of plain keyboards, braces of sets without a backslash. */
const PLAIN = /[A-Za-z]{2,}|\*|\/|\su\s|(?:^|\s)\{/;

/**
 * What a visual field shows for a stored answer. LaTeX is shown as it is; plain text, which such a
 * field would show letter by letter, as it is read. What cannot be read stays as it was written.
 */
export function visualForm(text: string, read: FieldReader): string {
  const isPlain = PLAIN.test(text) && !text.includes('\\');
  if (!isPlain) return text;
  const reading = read(text);
  return reading.ok ? reading.value.latex : text;
}

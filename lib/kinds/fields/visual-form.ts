import { toLatex } from '@/lib/math/language/latex';
import { type Convention, readByConvention } from './conventions';

/**
 * What a visual field shows for a stored answer. LaTeX is shown as it is; plain text, which such a
 * field would show letter by letter, as it is read. What cannot be read stays as it was written.
 */
export function visualForm(
  text: string,
  conventions: readonly Convention[],
  leftSides: readonly string[],
): string {
  const isPlain = /[A-Za-z]{2,}|\*|\//.test(text) && !text.includes('\\');
  if (!isPlain) return text;
  const read = readByConvention(text, conventions, leftSides);
  return read.ok ? toLatex(read.value.reading.tree, read.value.convention.table) : text;
}

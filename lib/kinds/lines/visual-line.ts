import type { Convention } from '@/lib/kinds/fields/conventions';
import { readerOf } from '@/lib/kinds/fields/field-reader';
import { visualForm } from '@/lib/kinds/fields/visual-form';

/** An `=` that is not part of `<=`, `>=`, `!=` or `:=`; `\:` is a space. */
const EQUALS = /(?<![<>!]|(?<!\\):)=/;

/** What a visual field shows for a stored line: every side of its chain as it is read, none dropped. */
export function visualLine(text: string, conventions: readonly Convention[]): string {
  const read = readerOf({ leftSides: [] }, conventions);
  return text
    .split(EQUALS)
    .map((side) => visualForm(side, read))
    .join('=');
}

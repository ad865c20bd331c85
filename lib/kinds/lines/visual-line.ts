import type { Convention } from '@/lib/kinds/fields/conventions';
import { visualForm } from '@/lib/kinds/fields/visual-form';

/** An `=` that is not part of `<=`, `>=`, `!=` or `:=`. */
const EQUALS = /(?<![<>!:])=/;

/** What a visual field shows for a stored line: every side of its chain as it is read, none dropped. */
export function visualLine(text: string, conventions: readonly Convention[]): string {
  return text
    .split(EQUALS)
    .map((side) => visualForm(side, conventions, []))
    .join('=');
}

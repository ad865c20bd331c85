import { formulaHtml } from './formula';
import { blockHtml, inlineHtml } from './markdown-html';
import type { Pictures } from './pictures';
import { readMarkdown } from './read-markdown';
import { isTypesettable } from './typesettable';

/**
 * What a text is: markdown with `$…$` in paragraphs of its own, the same within a line of something
 * else (a label, a message, a button), or the LaTeX of one formula.
 */
export type Form = 'block' | 'inline' | 'formula';

/**
 * A text as HTML. Pure, and the same on the server and in the browser. Safe whatever the text is: only
 * elements that `markdown-html.ts` and KaTeX know are written, and what comes from the text is escaped.
 * @param pictures of an author's text, which alone may have tables and pictures; null for anybody else's
 * @returns null where the text is too long or too deep to be typeset in bounded time
 */
export function typeset(text: string, form: Form, pictures: Pictures | null = null): string | null {
  if (!isTypesettable(text)) return null;
  if (form === 'formula') return formulaHtml(text, 'in a line');
  const { children } = readMarkdown(text, pictures === null ? 'student' : 'author');
  const write = form === 'block' ? blockHtml : inlineHtml;
  return children.map((node) => write(node, pictures)).join('\n');
}

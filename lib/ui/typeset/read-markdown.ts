import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfmTable } from 'micromark-extension-gfm-table';
import { math } from 'micromark-extension-math';

/**
 * Underlined headings, reference definitions and raw HTML are not read: nobody here needs them, and the
 * first takes time quadratic in the number of lines.
 */
const UNREAD = ['setextUnderline', 'definition', 'htmlFlow', 'htmlText'];

const SYNTAX = {
  extensions: [math(), { disable: { null: UNREAD } }],
  mdastExtensions: [mathFromMarkdown()],
};

/** What students write stays as they know it: a line with bars in it is no table. */
const SYNTAX_OF_AUTHORS = {
  extensions: [...SYNTAX.extensions, gfmTable()],
  mdastExtensions: [...SYNTAX.mdastExtensions, gfmTableFromMarkdown()],
};

/** Whose text it is: authors of exams may write tables and pictures, too. */
export type Writer = 'author' | 'student';

/** Markdown with `$…$` as a tree, by the one syntax that texts have here. */
export function readMarkdown(text: string, writer: Writer) {
  return fromMarkdown(text, writer === 'author' ? SYNTAX_OF_AUTHORS : SYNTAX);
}

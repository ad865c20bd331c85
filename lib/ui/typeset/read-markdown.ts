import { fromMarkdown } from 'mdast-util-from-markdown';
import { mathFromMarkdown } from 'mdast-util-math';
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

/** Markdown with `$…$` as a tree, by the one syntax that texts have here. */
export function readMarkdown(text: string) {
  return fromMarkdown(text, SYNTAX);
}

import katex from 'katex';
import { encode } from 'micromark-util-encode';

/**
 * KaTeX bounded against hostile input: macros cannot expand without end, nothing may be loaded or
 * linked, and what cannot be typeset is shown as it was written.
 */
const OPTIONS = {
  trust: false,
  maxExpand: 200,
  maxSize: 20,
  strict: 'ignore',
  throwOnError: false,
} as const;

/** How a formula stands: in a line of text, or alone in the middle of one. */
export type Place = 'in a line' | 'alone';

/** Whether a formula can be typeset whole. */
export function isTypesettable(latex: string): boolean {
  try {
    katex.renderToString(latex, { ...OPTIONS, throwOnError: true });
    return true;
  } catch {
    return false;
  }
}

/** A formula as HTML, for eyes, with MathML beside it, for ears. Pure. */
export function formulaHtml(latex: string, place: Place): string {
  try {
    return katex.renderToString(latex, {
      ...OPTIONS,
      displayMode: place === 'alone',
    });
  } catch {
    // KaTeX gives up on some inputs in ways of its own, such as one that exhausts the stack.
    return `<span class="katex-error" style="color:#cc0000">${encode(latex)}</span>`;
  }
}

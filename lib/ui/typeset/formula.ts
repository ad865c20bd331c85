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

/** Why a formula cannot be typeset whole. */
export interface FormulaProblem {
  message: string;
  /** The command that is not known, with its backslash; null where that is not the problem. */
  unknown: string | null;
}

/** What keeps a formula from being typeset whole; null where it can be. */
export function formulaProblem(latex: string, place: Place): FormulaProblem | null {
  try {
    katex.renderToString(latex, {
      ...OPTIONS,
      displayMode: place === 'alone',
      throwOnError: true,
    });
    return null;
  } catch (error) {
    const message = error instanceof katex.ParseError ? error.rawMessage : String(error);
    return { message, unknown: /^Undefined control sequence: (\\.+)$/s.exec(message)?.[1] ?? null };
  }
}

/**
 * Whether a formula can be read whole by KaTeX, as it is asked at a key. Of the two things that KaTeX makes
 * of a formula the one for eyes takes nine tenths of the time and finds no fault that the other does not.
 */
export function isTypesettable(latex: string): boolean {
  try {
    katex.renderToString(latex, { ...OPTIONS, output: 'mathml', throwOnError: true });
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

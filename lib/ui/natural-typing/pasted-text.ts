/** What was copied elsewhere, made ready for a field of one formula. */
export type PastedText =
  /** LaTeX, put in as it stands. */
  | { latex: string }
  /** As typed on a plain keyboard, to be typed here. */
  | { typed: string };

/** Marks around a formula: of LaTeX, of Markdown, of chat programs. */
const WRAPPED: readonly RegExp[] = [
  /^```\w*\s([\s\S]*)```$/,
  /^\$\$([\s\S]*)\$\$$/,
  /^\$([^$]*)\$$/,
  /^\\\[([\s\S]*)\\\]$/,
  /^\\\(([\s\S]*)\\\)$/,
  /^\\begin\{(?:equation|displaymath|math)\*?\}([\s\S]*)\\end\{\w+\*?\}$/,
  /^`([^`]*)`$/,
];
/** Characters that no one sees: joiners, direction marks, soft hyphens. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** More than anybody types into one field; key by key it would take seconds. */
const MOST_TYPED = 400;

/**
 * A text from a PDF, a word processor, a chat program or LaTeX. What is written as on a plain keyboard,
 * `x_t-1`, is to be typed, so that it is read as if it had been; LaTeX says itself what it means.
 * @param plain a text in the characters of a plain keyboard: `𝑥` is `x`
 */
export function pastedText(text: string, plain: (text: string) => string): PastedText {
  let bare = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  for (const wrapping of WRAPPED) bare = (wrapping.exec(bare)?.[1] ?? bare).trim();
  if (/[\\{}]/.test(bare) || bare.length > MOST_TYPED) return { latex: bare };
  return { typed: plain(bare) };
}

/**
 * Cutting texts by what a person sees as one character, so that no emoji, accent or letter of two
 * code units is cut in half: half of one can neither be shown nor stored.
 */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What stands from `start` to `end`, with the whole of every character that begins or ends there. */
export function wholeCharacters(text: string, start: number, end: number): string {
  const segments = segmenter.segment(text);
  const first = segments.containing(start);
  const last = segments.containing(Math.max(start, end - 1));
  const from = first?.index ?? text.length;
  return text.slice(from, last ? last.index + last.segment.length : text.length);
}

/** At most so many characters, with an ellipsis where there were more. */
export function shortened(text: string, most: number): string {
  let count = 0;
  for (const { index } of segmenter.segment(text)) {
    if (count === most) return `${text.slice(0, index)}…`;
    count++;
  }
  return text;
}

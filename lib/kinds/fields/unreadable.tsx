'use client';

import { Code, Mark } from '@mantine/core';
import { shortened } from '@/lib/math/core/characters';
import { Tex } from '@/lib/ui/markdown';
import { isTypesettable } from '@/lib/ui/typeset/formula';

/** Longer ones are no formulas that one would look at whole. */
const MOST_SHOWN = 400;

/**
 * What could not be read, as it looked where it was written, with a box around the place: typeset
 * where it came from a visual field and its pieces can be, letter by letter where not.
 */
export function Unreadable({ text, at }: { text: string; at: { start: number; end: number } }) {
  if (text.length > MOST_SHOWN)
    return <Code>{`${shortened(text, MOST_SHOWN)} (${text.length} characters)`}</Code>;
  const [before, piece, after] = [
    text.slice(0, at.start),
    text.slice(at.start, at.end),
    text.slice(at.end),
  ];
  const boxed = piece.trim() === '' ? text : `${before}\\boxed{${piece}}${after}`;
  if (text.includes('\\') && isTypesettable(boxed)) return <Tex>{boxed}</Tex>;
  return (
    <Code>
      {before}
      <Mark>{piece === '' ? ' … ' : piece}</Mark>
      {after}
    </Code>
  );
}

'use client';

import { Code, Mark } from '@mantine/core';
import { shortened } from '@/lib/math/core/characters';
import { Tex } from '@/lib/ui/markdown';
import { unreadableLatex } from './unreadable-latex';

/** Longer ones are no formulas that one would look at whole. */
const MOST_SHOWN = 400;

/** No line of code is so long that what stands around it is cut off. */
const WRAPPED = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

/**
 * What could not be read, as it looked where it was written, with a box around the place: typeset
 * where it can be, letter by letter where not.
 */
export function Unreadable({ text, at }: { text: string; at: { start: number; end: number } }) {
  if (text.length > MOST_SHOWN)
    return (
      <Code style={WRAPPED}>{`${shortened(text, MOST_SHOWN)} (${text.length} characters)`}</Code>
    );
  const latex = unreadableLatex(text, at);
  if (latex !== null) return <Tex>{latex}</Tex>;
  if (at.end === 0) return <Code style={WRAPPED}>{text}</Code>;
  return (
    <Code style={WRAPPED}>
      {text.slice(0, at.start)}
      <Mark>{text.slice(at.start, at.end) || ' … '}</Mark>
      {text.slice(at.end)}
    </Code>
  );
}

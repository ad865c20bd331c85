'use client';

import { Code } from '@mantine/core';
import { shortened } from '@/lib/math/core/characters';
import { Tex } from '@/lib/ui/markdown';

/** Longer ones are no formulas that one would look at whole. */
const MOST_SHOWN = 400;

/** What could not be read, as it looked where it was written: typeset from a visual field. */
export function Unreadable({ text }: { text: string }) {
  if (text.length > MOST_SHOWN)
    return <Code>{`${shortened(text, MOST_SHOWN)} (${text.length} characters)`}</Code>;
  return text.includes('\\') ? <Tex>{text}</Tex> : <Code>{text}</Code>;
}

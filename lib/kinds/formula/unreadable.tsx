'use client';

import { Code } from '@mantine/core';
import { Tex } from '@/lib/ui/markdown';

/** What could not be read, as it looked where it was written: typeset from a visual field. */
export function Unreadable({ text }: { text: string }) {
  return text.includes('\\') ? <Tex>{text}</Tex> : <Code>{text}</Code>;
}

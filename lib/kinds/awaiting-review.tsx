'use client';

import { Code } from '@mantine/core';
import { Markdown } from '@/lib/ui/markdown';
import type { AwaitingAnswer, AwaitingSpec } from './awaiting';
import type { ReviewProps } from './contract';

/** The words; what came in the kind's own shape is shown as it was sent. */
export function AwaitingReview({
  answer,
}: ReviewProps<AwaitingSpec, AwaitingSpec, AwaitingAnswer>) {
  if (typeof answer.text === 'string') return <Markdown>{answer.text}</Markdown>;
  return <Code block>{JSON.stringify(answer, null, 2)}</Code>;
}

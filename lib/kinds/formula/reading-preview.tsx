'use client';

import { Text, UnstyledButton } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { toLatex } from '@/lib/math/latex';
import { InlineMarkdown, Tex } from '@/lib/ui/markdown';
import { placeOf } from '../field';
import { type Convention, readByConvention } from './conventions';
import classes from './formula.module.css';

/** How a formula is read, typeset, as one types. It never says whether it is right. */
export function ReadingPreview({
  text,
  conventions,
  leftSides,
  onMend,
}: {
  text: string;
  /** Takes the text with the proposed edit made; without it none is offered. */
  onMend?: ((text: string) => void) | undefined;
  conventions: readonly Convention[];
  leftSides: readonly string[];
}) {
  const settled = useDeferredValue(text);
  const read = useMemo(
    () => readByConvention(settled, conventions, leftSides),
    [settled, conventions, leftSides],
  );
  if (settled.trim() === '') return null;
  if (!read.ok) {
    const { edit } = read.error;
    const mended =
      edit && settled === text
        ? settled.slice(0, edit.start) + edit.text + settled.slice(edit.end)
        : null;
    return (
      <Text component="div" size="sm" role="status" c="var(--nabla-caution)">
        Not read yet: <InlineMarkdown>{read.error.message}</InlineMarkdown>{' '}
        <Text span size="sm" c="dimmed">
          ({placeOf(settled, read.error)})
        </Text>
        {mended !== null && onMend && (
          <>
            {' '}
            <UnstyledButton className={classes.mend} onClick={() => onMend(mended)}>
              Mend it: <InlineMarkdown>{proposalShown(read.error.proposal)}</InlineMarkdown>
            </UnstyledButton>
          </>
        )}
      </Text>
    );
  }
  const { reading, convention } = read.value;
  return (
    <Text component="div" size="sm" role="status">
      <Text span size="sm" c="dimmed">
        Read as{' '}
      </Text>
      <Tex>{toLatex(reading.tree, convention.table)}</Tex>
      {reading.hints.map((hint) => (
        <Text key={hint} component="div" size="sm" c="dimmed">
          <InlineMarkdown>{hint}</InlineMarkdown>
        </Text>
      ))}
    </Text>
  );
}

/** A symbol is typeset; words such as “add )” stay words. */
function proposalShown(proposal = ''): string {
  return proposal.startsWith('add ') ? proposal : `$${proposal}$`;
}

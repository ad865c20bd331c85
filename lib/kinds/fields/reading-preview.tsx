'use client';

import { Text, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import type { MathError } from '@/lib/math/core/error';
import { toLatex } from '@/lib/math/language/latex';
import { InlineMarkdown, Tex } from '@/lib/ui/markdown';
import { type Convention, readByConvention } from './conventions';
import classes from './formula.module.css';
import { Unreadable } from './unreadable';

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
  const read = useMemo(
    () => readByConvention(text, conventions, leftSides),
    [text, conventions, leftSides],
  );
  if (text.trim() === '') return null;
  if (!read.ok) return <NotRead text={text} error={read.error} onMend={onMend} />;
  const { reading, convention } = read.value;
  return <ReadAs latex={toLatex(reading.tree, convention.table)} hints={reading.hints} />;
}

/** What kept a text from being read, where, and the edit that would mend it if there is one. */
export function NotRead({
  text,
  error,
  onMend,
}: {
  text: string;
  error: MathError;
  onMend: ((text: string) => void) | undefined;
}) {
  const { edit } = error;
  const mended = edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  return (
    <Text component="div" size="sm" role="status" c="var(--nabla-caution)">
      Not read yet: <InlineMarkdown>{error.message}</InlineMarkdown>{' '}
      <Text span size="sm" c="dimmed">
        <Unreadable text={text} at={error} />
      </Text>
      {mended !== undefined && onMend && (
        <>
          {' '}
          <UnstyledButton className={classes.mend} onClick={() => onMend(mended)}>
            Mend it: <InlineMarkdown>{proposalShown(error.proposal)}</InlineMarkdown>
          </UnstyledButton>
        </>
      )}
    </Text>
  );
}

/** The reading, typeset, with a hint for each rule that it took. */
export function ReadAs({ latex, hints }: { latex: string; hints: readonly string[] }) {
  return (
    <Text component="div" size="sm" role="status">
      <Text span size="sm" c="dimmed">
        Read as{' '}
      </Text>
      <Tex>{latex}</Tex>
      {hints.map((hint) => (
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

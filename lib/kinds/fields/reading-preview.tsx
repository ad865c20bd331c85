'use client';

import { Text, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import type { MathError } from '@/lib/math/core/error';
import { InlineMarkdown, Tex } from '@/lib/ui/markdown';
import type { FieldReader } from './field-reader';
import classes from './formula.module.css';
import { Unreadable } from './unreadable';

/** How a formula is read, typeset, as one types. It never says whether it is right. */
export function ReadingPreview({
  text,
  read,
  onMend,
}: {
  text: string;
  /** Takes the text with the proposed edit made; without it none is offered. */
  onMend?: ((text: string) => void) | undefined;
  /** The same function as long as the field reads the same. */
  read: FieldReader;
}) {
  const reading = useMemo(() => read(text), [text, read]);
  if (text.trim() === '') return null;
  if (!reading.ok) return <NotRead text={text} error={reading.error} onMend={onMend} />;
  return <ReadAs {...reading.value} />;
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
      {error.isFault ? 'Does not fit: ' : 'Not read yet: '}
      <InlineMarkdown>{error.message}</InlineMarkdown>{' '}
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

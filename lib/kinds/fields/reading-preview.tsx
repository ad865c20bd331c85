'use client';

import { UnstyledButton } from '@mantine/core';
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
  const mended = mendedBy(text, error);
  return (
    <div className={classes.caution} role="status">
      {error.isFault ? 'Does not fit: ' : 'Not read yet: '}
      <InlineMarkdown>{error.message}</InlineMarkdown>{' '}
      <span className={classes.aside}>
        <Unreadable text={text} at={error} />
      </span>
      {mended && onMend && (
        <>
          {' '}
          <UnstyledButton className={classes.mend} onClick={() => onMend(mended.text)}>
            Mend it: <InlineMarkdown>{mended.shown}</InlineMarkdown>
          </UnstyledButton>
        </>
      )}
    </div>
  );
}

/** The reading, typeset, with a hint for each rule that it took. */
export function ReadAs({ latex, hints }: { latex: string; hints: readonly string[] }) {
  return (
    <div className={classes.reading} role="status">
      <span className={classes.aside}>Read as </span>
      <Tex>{latex}</Tex>
      {hints.map((hint) => (
        <div key={hint} className={classes.aside}>
          <InlineMarkdown>{hint}</InlineMarkdown>
        </div>
      ))}
    </div>
  );
}

/** The text with the edit made, and the edit in words; a symbol is typeset, words such as “add )” stay words. */
function mendedBy(
  text: string,
  { edit, proposal }: MathError,
): { text: string; shown: string } | null {
  if (!edit) return null;
  return {
    text: text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    shown: proposal?.startsWith('add ') ? proposal : `$${proposal ?? edit.text}$`,
  };
}

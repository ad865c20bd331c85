'use client';

import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MoreKeys } from '@/lib/kinds/fields/symbol-keys';
import type { DeclaredSymbol } from '@/lib/kinds/fields/symbols';
import { useEntries } from '@/lib/kinds/fields/use-entries';
import {
  changeLine,
  type DeletedLine,
  deleteLine,
  type Edited,
  moveLine,
  openLine,
  pasteLines,
  putLineBack,
} from './edit';
import { LineRow } from './line-row';
import classes from './lines.module.css';
import { type Origins, useOwnLines } from './use-own-lines';

export interface LinesInputProps {
  lines: readonly string[];
  /** `origins` says of each line which it was before; null of a new one. */
  onChange: (lines: string[], origins: Origins) => void;
  /** These two must stay the same arrays: a field is made anew when its symbols change. */
  symbols: readonly DeclaredSymbol[];
  /** The symbols that get a key. */
  keyed: readonly DeclaredSymbol[];
  /** Keys for integrals, sums and expectations too, or for relations. */
  more?: MoreKeys;
  /** Words are typed beside formulas. */
  words?: boolean;
  maxLines: number;
  label: string;
  disabled: boolean;
  /** How a line is read, shown under it; `mend` changes the line. */
  preview: (index: number, mend: ((text: string) => void) | undefined) => ReactNode;
  /** What a visual field shows for a line; must drop nothing of it. */
  visual: (text: string, index: number) => string;
}

/**
 * Numbered lines of mathematics. Fields belong to places, not to lines: a line that moves is shown
 * in another field, so that none is ever rebuilt, and one field more than there are lines is kept
 * ready, so that what is typed right after Enter is not lost.
 */
export function LinesInput({
  lines,
  onChange,
  symbols,
  keyed,
  more,
  words = false,
  maxLines,
  label,
  disabled,
  preview,
  visual,
}: LinesInputProps) {
  const { own, latest, change } = useOwnLines(lines, onChange);
  const entries = useEntries({ first: 0, symbols, keyed, more, disabled });
  const [said, setSaid] = useState('');
  const [gone, setGone] = useState<DeletedLine | null>(null);

  /** The lines with what was typed in one of them a moment ago and is not told yet. */
  const settled = (index: number): readonly string[] => {
    const typed = entries.handleOf(index)?.text() ?? null;
    const stored = latest.current[index];
    if (typed === null || stored === undefined) return latest.current;
    const shown = entries.asText ? stored : visual(stored, index);
    return typed === shown ? latest.current : changeLine(latest.current, index, typed);
  };
  const apply = (edited: Edited | null, deleted: DeletedLine | null = null) => {
    if (!edited) return;
    // The field has to be there when the next key comes.
    flushSync(() => {
      change(edited.lines, edited.origins);
      setSaid(edited.said);
      setGone(deleted && deleted.text.trim() !== '' ? deleted : null);
    });
    for (const [index, text] of edited.lines.entries())
      entries.handleOf(index)?.show(visual(text, index));
    entries.handleOf(edited.focus)?.focus();
  };
  const open = (after: number, copy = false) => {
    const opened = openLine(settled(after), after, { copy, maxLines });
    if (opened) apply(opened);
    else setSaid(`There are ${maxLines} lines; there is no room for more.`);
  };
  const remove = (index: number) => {
    const deleted = deleteLine(settled(index), index);
    apply(deleted, deleted?.gone);
  };
  const type = (index: number, text: string) => {
    setGone(null);
    const lines = changeLine(latest.current, index, text);
    change(lines, [...lines.keys()]);
  };

  const spare = own.length < maxLines && !disabled ? 1 : 0;
  const places = Array.from({ length: own.length + spare }, (_, place) => place);
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      {entries.keys}
      <ol className={classes.lines}>
        {places.map((index) => {
          const text = own[index] ?? '';
          const isSpare = index >= own.length;
          const mend = disabled ? undefined : (mended: string) => type(index, mended);
          return (
            <LineRow
              key={index}
              index={index}
              count={own.length}
              isSpare={isSpare}
              label={isSpare ? 'Next line' : `Line ${index + 1}`}
              asText={entries.asText}
              symbols={entries.symbols}
              words={words}
              value={text}
              visualValue={visual(text, index)}
              onChange={(changed) => {
                if (index < latest.current.length && changed !== latest.current[index])
                  type(index, changed);
              }}
              onFocus={() => entries.entered(index)}
              disabled={disabled}
              handle={entries.register(index)}
              keys={{
                open: () => open(index),
                copy: () => open(index, true),
                move: (by) => apply(moveLine(settled(index), index, by)),
                remove: () => remove(index),
                paste: (pasted) => apply(pasteLines(settled(index), index, pasted, maxLines)),
                isEmpty: () => (settled(index)[index] ?? '').trim() === '',
                keepsEnter: () => entries.handleOf(index)?.keepsEnter() ?? false,
              }}
            >
              {!isSpare && preview(index, mend)}
            </LineRow>
          );
        })}
      </ol>
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
      {!disabled && (
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-md"
            disabled={own.length >= maxLines}
            onClick={() => open(own.length - 1)}
          >
            Add a line
          </Button>
          <Button
            variant="default"
            size="compact-md"
            disabled={own.length >= maxLines || (own.at(-1) ?? '').trim() === ''}
            onClick={() => open(own.length - 1, true)}
          >
            Copy the last line
          </Button>
          {gone && (
            <Button
              variant="default"
              size="compact-md"
              onClick={() => apply(putLineBack(latest.current, gone))}
            >
              Put line {gone.index + 1} back
            </Button>
          )}
          <Text size="xs" c="dimmed">
            <kbd>Enter</kbd> opens an empty line, <kbd>Alt</kbd>+<kbd>Enter</kbd> a copy of this
            one; <kbd>Alt</kbd>+<kbd>↑</kbd> <kbd>↓</kbd> moves a line, <kbd>Alt</kbd>+
            <kbd>Backspace</kbd> deletes it.
          </Text>
        </Group>
      )}
      {entries.plainTextSwitch}
    </Stack>
  );
}

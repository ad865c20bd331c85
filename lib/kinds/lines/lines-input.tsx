'use client';

import { Stack, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MoreKeys } from '@/lib/kinds/fields/symbol-keys';
import type { DeclaredSymbol } from '@/lib/kinds/fields/symbols';
import { useEntries } from '@/lib/kinds/fields/use-entries';
import type { Kept } from './history';
import { LineButtons } from './line-buttons';
import { LineRow } from './line-row';
import { SortableLines } from './sortable-lines';
import { useLineEditor } from './use-line-editor';
import type { Origins } from './use-own-lines';

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
  /** Other written forms that are typed here: left sides, shifted indices. */
  forms?: readonly string[];
  maxLines: number;
  label: string;
  disabled: boolean;
  /** How a line is read, shown under it; `mend` changes the line. */
  preview: (index: number, mend: ((text: string) => void) | undefined) => ReactNode;
  /** What a visual field shows for a line; must drop nothing of it. */
  visual: (text: string, index: number) => string;
  /** How deep lines stand, and what changes it; lines without have none. */
  levels?: readonly number[];
  onIndent?: (index: number, by: -1 | 1) => void;
  /** What the kind holds beside the lines now, so that an edit is taken back with it; kinds of lines alone have none. */
  keep?: () => Kept;
}

/**
 * Numbered lines of mathematics. Fields belong to places, not to lines: a line that moves is shown
 * in another field, so that none is ever rebuilt, and one field more than there are lines is kept
 * ready, so that what is typed right after Enter is not lost.
 */
export function LinesInput({ words = false, ...props }: LinesInputProps) {
  const { lines, onChange, symbols, keyed, more, forms, maxLines, label, disabled } = props;
  const { preview, visual, levels, onIndent, keep } = props;
  const entries = useEntries({ first: 0, symbols, keyed, more, disabled, hasLines: true });
  const editor = useLineEditor({ lines, onChange, onIndent, keep, entries, maxLines, visual });
  const { own, latest, type } = editor;
  const places = placesFor(own.length, own.length < maxLines && !disabled);
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      {entries.keys}
      <SortableLines count={own.length} disabled={disabled} onMove={editor.move}>
        {places.map((index) => {
          const text = own[index] ?? '';
          const isSpare = index >= own.length;
          return (
            <LineRow
              key={index}
              index={index}
              count={own.length}
              level={levels?.[index] ?? 0}
              isSpare={isSpare}
              label={isSpare ? 'Next line' : `Line ${index + 1}`}
              {...{ words, forms, disabled }}
              asText={entries.asText}
              symbols={entries.symbols}
              value={text}
              visual={(line) => visual(line, index)}
              onChange={(changed) => {
                if (index < latest.current.length && changed !== latest.current[index])
                  type(index, changed);
              }}
              onFocus={() => entries.entered(index)}
              onBlur={entries.left}
              handle={entries.register(index)}
              keys={editor.keysOf(index)}
            >
              {!isSpare && preview(index, disabled ? undefined : (mended) => type(index, mended))}
            </LineRow>
          );
        })}
      </SortableLines>
      <VisuallyHidden role="status" aria-live="polite">
        {editor.announcement}
      </VisuallyHidden>
      {editor.isLoss && (
        <Text size="sm" c="red" aria-hidden="true">
          {editor.announcement}
        </Text>
      )}
      {!disabled && <LineButtons {...{ editor, maxLines }} hasLevels={levels !== undefined} />}
      {entries.plainTextSwitch}
      {entries.fingerKeyboard}
    </Stack>
  );
}

/** One for each line, and one more for the next. */
function placesFor(lines: number, hasSpare: boolean): number[] {
  return Array.from({ length: lines + (hasSpare ? 1 : 0) }, (_, place) => place);
}

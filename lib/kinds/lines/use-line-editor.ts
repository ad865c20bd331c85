'use client';

import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Entries } from '@/lib/kinds/fields/use-entries';
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
import type { LineKeys } from './line-row';
import { type Origins, useOwnLines } from './use-own-lines';

/** The lines on the screen and everything that can be done to them. */
export interface LineEditor {
  own: readonly string[];
  /** The lines with every change so far, drawn or not. */
  latest: RefObject<readonly string[]>;
  /** What a screen reader is told of the last edit. */
  announcement: string;
  /** The line deleted last, as long as it can be put back. */
  deleted: DeletedLine | null;
  /** Opens a line under another one, empty or a copy of it. */
  open: (after: number, copy?: boolean) => void;
  /** Takes over what was typed in a line. */
  type: (index: number, text: string) => void;
  putBack: (line: DeletedLine) => void;
  move: (from: number, to: number) => void;
  keysOf: (index: number) => LineKeys;
}

interface Setting {
  lines: readonly string[];
  onChange: (lines: string[], origins: Origins) => void;
  /** Lets a line stand deeper or less deep; lines without levels have none. */
  onIndent: ((index: number, by: -1 | 1) => void) | undefined;
  entries: Entries<number>;
  maxLines: number;
  /** What a visual field shows for a line. */
  visual: (text: string, index: number) => string;
}

export function useLineEditor(setting: Setting): LineEditor {
  const { lines, onChange, onIndent, entries, maxLines, visual } = setting;
  const { own, latest, change } = useOwnLines(lines, onChange);
  const [announcement, setAnnouncement] = useState('');
  const [deleted, setDeleted] = useState<DeletedLine | null>(null);

  const settled = (index: number) => withTyped(latest.current, index, setting);
  const apply = (edited: Edited | null, line: DeletedLine | null = null) => {
    if (!edited) return;
    // The field has to be there when the next key comes.
    flushSync(() => {
      change(edited.lines, edited.origins);
      setAnnouncement(edited.announcement);
      setDeleted(line && line.text.trim() !== '' ? line : null);
    });
    for (const [index, text] of edited.lines.entries())
      entries.handleOf(index)?.show(visual(text, index));
    entries.handleOf(edited.focus)?.focus();
  };
  const open = (after: number, copy = false) => {
    const opened = openLine(settled(after), after, { copy, maxLines });
    if (opened) apply(opened);
    else setAnnouncement(`There are ${maxLines} lines; there is no room for more.`);
  };
  const remove = (index: number) => {
    const edited = deleteLine(settled(index), index);
    apply(edited, edited?.line);
  };
  return {
    own,
    latest,
    announcement,
    deleted,
    open,
    type: (index, text) => {
      setDeleted(null);
      const next = changeLine(latest.current, index, text);
      change(next, [...next.keys()]);
    },
    putBack: (line) => apply(putLineBack(latest.current, line)),
    move: (from, to) => {
      // The line that is dragged need not be the one that was typed in.
      const all = [...latest.current.keys()].reduce<readonly string[]>(
        (before, index) => withTyped(before, index, setting),
        latest.current,
      );
      apply(moveLine(all, from, to));
    },
    keysOf: (index) => ({
      open: () => open(index),
      copy: () => open(index, true),
      move: (by) => apply(moveLine(settled(index), index, index + by)),
      remove: () => remove(index),
      paste: (pasted) => apply(pasteLines(settled(index), index, pasted, maxLines)),
      isEmpty: () => (settled(index)[index] ?? '').trim() === '',
      keepsEnter: () => entries.handleOf(index)?.keepsEnter() ?? false,
      indent: onIndent ? (by) => onIndent(index, by) : null,
    }),
  };
}

/** The lines with what was typed in one of them a moment ago and is not told yet. */
function withTyped(
  lines: readonly string[],
  index: number,
  { entries, visual }: Pick<Setting, 'entries' | 'visual'>,
): readonly string[] {
  const typed = entries.handleOf(index)?.text() ?? null;
  const stored = lines[index];
  if (typed === null || stored === undefined) return lines;
  const displayed = entries.asText ? stored : visual(stored, index);
  return typed === displayed ? lines : changeLine(lines, index, typed);
}

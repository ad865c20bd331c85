'use client';

import type { RefObject } from 'react';
import { type DeletedLine, deleteLine, moveLine, openLine, pasteLines, putLineBack } from './edit';
import type { LineKeys } from './line-row';
import { type EditedLines, useRecordedLines } from './use-recorded-lines';

/** The lines on the screen and everything that can be done to them. */
export interface LineEditor {
  own: readonly string[];
  /** The lines with every change so far, drawn or not. */
  latest: RefObject<readonly string[]>;
  /** What a screen reader is told of the last edit. */
  announcement: string;
  /** The last edit had no room for all: seen by everyone. */
  isLoss: boolean;
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

interface Setting extends EditedLines {
  /** Lets a line stand deeper or less deep; lines without levels have none. */
  onIndent: ((index: number, by: -1 | 1) => void) | undefined;
  maxLines: number;
}

export function useLineEditor(setting: Setting): LineEditor {
  const { onIndent, entries, maxLines } = setting;
  const list = useRecordedLines(setting);
  const { latest, settled, apply } = list;
  const open = (after: number, copy = false) => {
    const opened = openLine(settled(after), after, { copy, maxLines });
    if (opened) apply(opened, after);
    else list.tell({ announcement: `There are ${maxLines} lines; there is no room for more.` });
  };
  const remove = (index: number) => {
    const edited = deleteLine(settled(index), index);
    apply(edited, index, edited?.line);
  };
  return {
    ...{ own: list.own, latest, deleted: list.deleted },
    announcement: list.told.announcement,
    isLoss: list.told.isLoss ?? false,
    open,
    type: list.type,
    putBack: (line) => {
      if (!list.turn('undo', latest.current)) apply(putLineBack(latest.current, line), line.index);
    },
    move: (from, to) => {
      // The line that is dragged need not be the one that was typed in.
      for (const index of latest.current.keys()) settled(index);
      apply(moveLine(latest.current, from, to), from);
    },
    keysOf: (index) => ({
      open: () => open(index),
      copy: () => open(index, true),
      move: (by) => apply(moveLine(settled(index), index, index + by), index),
      remove: () => remove(index),
      paste: (pasted) => apply(pasteLines(settled(index), index, pasted, maxLines), index),
      isEmpty: () => (settled(index)[index] ?? '').trim() === '',
      keepsEnter: () => entries.handleOf(index)?.keepsEnter() ?? false,
      indent: onIndent ? (by) => list.indent(onIndent, index, by) : null,
      undo: () => list.turn('undo', settled(index)),
      redo: () => list.turn('redo', settled(index)),
    }),
  };
}

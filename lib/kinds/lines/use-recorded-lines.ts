import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Entries } from '@/lib/kinds/fields/use-entries';
import { changeLine, type DeletedLine, type Edited } from './edit';
import { type Kept, LineHistory, type Moment } from './history';
import { LineIds } from './line-ids';
import { type Origins, useOwnLines } from './use-own-lines';

/** A list of lines and where it is shown. */
export interface EditedLines {
  lines: readonly string[];
  onChange: (lines: string[], origins: Origins) => void;
  /** What the kind holds beside its lines now. */
  keep: (() => Kept) | undefined;
  entries: Entries<number>;
  /** What a visual field shows for a line. */
  visual: (text: string, index: number) => string;
}

/** Lets a line stand deeper or less deep. */
type Indent = (index: number, by: -1 | 1) => void;

/** The lines, how their fields come to show them, and the edits that can be taken back. */
export function useRecordedLines(setting: EditedLines) {
  const { own, latest, change, show } = useOwnLines(setting.lines, setting.onChange);
  const [told, tell] = useState<Pick<Edited, 'announcement' | 'isLoss'>>({ announcement: '' });
  const [deleted, setDeleted] = useState<DeletedLine | null>(null);
  const [{ past, ids }] = useState(() => ({ past: new LineHistory(), ids: new LineIds() }));

  const moment = (focus: number) => momentOf(setting, latest.current, ids, focus);
  return {
    ...{ own, latest, told, tell, deleted },
    /** The lines with what was typed in one of them a moment ago. */
    settled: (index: number): readonly string[] => {
      const next = withTyped(latest.current, index, setting);
      if (next !== latest.current) change(next, [...next.keys()]);
      return next;
    },
    /** @param at where the caret was before */
    apply: (edited: Edited | null, at: number, line: DeletedLine | null = null) => {
      if (!edited) return;
      const { origins, focus } = edited;
      const before = moment(at);
      // The field has to be there when the next key comes.
      flushSync(() => {
        change(edited.lines, origins);
        tell(edited);
        setDeleted(line && line.text.trim() !== '' ? line : null);
      });
      ids.reorder(origins);
      past.add({ before, after: moment(focus), announcement: edited.announcement });
      showIn(setting, latest.current, ids, focus);
    },
    indent: (onIndent: Indent, index: number, by: -1 | 1) => {
      const before = moment(index);
      onIndent(index, by);
      setDeleted(null);
      const announcement = `Line ${index + 1} is set ${by > 0 ? 'in' : 'out'}.`;
      past.add({ before, after: moment(index), announcement });
      tell({ announcement });
    },
    type: (index: number, text: string) => {
      setDeleted(null);
      tell((last) => (last.isLoss ? { announcement: '' } : last));
      const next = changeLine(latest.current, index, text);
      change(next, [...next.keys()]);
    },
    /** Takes back the last edit, or makes it again; false where something else has changed since. */
    turn: (way: 'undo' | 'redo', now: readonly string[]): boolean => {
      const turn = past[way](now);
      if (!turn) return false;
      flushSync(() => {
        show(turn.moment.lines);
        turn.moment.kept.putBack();
        tell(turn);
        setDeleted(null);
      });
      ids.restore(turn.moment.ids);
      showIn(setting, latest.current, ids, turn.moment.focus);
      return true;
    },
  };
}

function momentOf(
  { onChange, keep }: EditedLines,
  lines: readonly string[],
  ids: LineIds,
  focus: number,
): Moment {
  const putBack = () => onChange([...lines], [...lines.keys()]);
  const kept = keep?.() ?? { isNow: () => true, putBack };
  return { lines, ids: ids.of(lines), focus, kept };
}

/** Shows lines in their fields; one that holds another line than before knows nothing of the old one. */
function showIn(
  { entries, visual }: EditedLines,
  lines: readonly string[],
  ids: LineIds,
  focus: number,
): void {
  for (const [index, text] of lines.entries())
    entries.handleOf(index)?.show(visual(text, index), ids.isAnother(index));
  entries.handleOf(focus)?.focus();
}

/** The lines with what was typed in one of them a moment ago and is not told yet. */
function withTyped(
  lines: readonly string[],
  index: number,
  { entries, visual }: EditedLines,
): readonly string[] {
  const typed = entries.handleOf(index)?.text() ?? null;
  const stored = lines[index];
  if (typed === null || stored === undefined) return lines;
  const displayed = entries.asText ? stored : visual(stored, index);
  return typed === displayed ? lines : changeLine(lines, index, typed);
}

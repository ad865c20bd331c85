'use client';

import { Checkbox, TableTd, TableTr } from '@mantine/core';
import { memo } from 'react';
import type { MonitorRow, MonitorState } from '@/lib/features/monitor/schema';
import { TextLink } from '@/lib/ui/link';
import { StateBadge, type Tone } from '@/lib/ui/table/state-badge';
import { Time } from '@/lib/ui/time';
import classes from './monitor-table.module.css';
import { type RowAct, RowActions } from './row-actions';
import { STATE_WORDS } from './state-words';

const TONES: Readonly<Record<MonitorState, Tone>> = {
  absent: 'quiet',
  writing: 'right',
  silent: 'caution',
  submitted: 'accent',
  withdrawn: 'wrong',
};

/** What instructors do with rows; the same functions at every change, so that rows stay as they are. */
export interface RowHandlers {
  onToggle: (personId: string, range: boolean) => void;
  onAct: (act: RowAct, row: MonitorRow) => void;
}

/** One student. Drawn anew only where something of it changed. */
export const MonitorTableRow = memo(function MonitorTableRow({
  row,
  index,
  parts,
  minutesLeft,
  selected,
  handlers,
}: {
  row: MonitorRow;
  /** Among the rows that are shown, from 1. */
  index: number;
  parts: number;
  /** Null where nothing runs. */
  minutesLeft: number | null;
  selected: boolean;
  /** Null for graders, who do nothing here. */
  handlers: RowHandlers | null;
}) {
  return (
    <TableTr
      className={classes.row}
      aria-rowindex={index + 1}
      {...(selected && { bg: 'var(--mantine-primary-color-light)' })}
    >
      {handlers && (
        <TableTd>
          <Checkbox
            size="xs"
            aria-label={`Choose ${row.name}`}
            checked={selected}
            onChange={() => undefined}
            onClick={(event) => handlers.onToggle(row.personId, event.shiftKey)}
          />
        </TableTd>
      )}
      <TableTd>
        <Name row={row} />
      </TableTd>
      <TableTd>
        <StateBadge tone={TONES[row.state]}>{STATE_WORDS[row.state]}</StateBadge>
      </TableTd>
      <TableTd ta="right">{row.attemptId ? `${row.parts} of ${parts}` : ''}</TableTd>
      <TableTd ta="right">{leftInWords(minutesLeft)}</TableTd>
      <TableTd>{row.lastSaveAt && <Time iso={row.lastSaveAt} />}</TableTd>
      <TableTd>{remarksOf(row)}</TableTd>
      {handlers && (
        <TableTd>
          <RowActions row={row} onAct={handlers.onAct} />
        </TableTd>
      )}
    </TableTr>
  );
});

/** Leads to the script of whoever has begun. */
function Name({ row: { attemptId, name } }: { row: MonitorRow }) {
  if (attemptId === null) return name;
  return (
    <TextLink href={`/staff/attempts/${attemptId}`} size="sm">
      {name}
    </TextLink>
  );
}

/** Whole minutes, of who is writing. */
export function minutesLeft({ dueAt, submittedAt }: MonitorRow, now: string): number | null {
  if (!dueAt || submittedAt) return null;
  return Math.ceil((Date.parse(dueAt) - Date.parse(now)) / 60_000);
}

function leftInWords(minutes: number | null): string {
  if (minutes === null) return '';
  return minutes > 0 ? `${minutes} min` : 'over';
}

function remarksOf({ late, conflicts, openQuestions }: MonitorRow): string {
  return [
    openQuestions > 0 ? `${openQuestions} ${openQuestions === 1 ? 'question' : 'questions'}` : '',
    late > 0 ? `${late} late` : '',
    conflicts > 0 ? `${conflicts} in conflict` : '',
  ]
    .filter((remark) => remark !== '')
    .join(', ');
}

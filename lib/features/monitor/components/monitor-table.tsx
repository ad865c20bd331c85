'use client';

import {
  Badge,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import type { MonitorRow, MonitorState } from '@/lib/features/monitor/schema';
import { TextLink } from '@/lib/ui/link';
import { Time } from '@/lib/ui/time';
import classes from './monitor-table.module.css';
import { RowActions } from './row-actions';
import { STATE_WORDS } from './state-words';

const COLORS: Readonly<Record<MonitorState, string>> = {
  absent: 'gray',
  writing: 'green',
  silent: 'orange',
  submitted: 'blue',
  withdrawn: 'red',
};

/** A row for each student. Rows out of sight are not laid out, so that a thousand stay smooth. */
export function MonitorTable({
  rows,
  parts,
  now,
  mayInstruct,
  onDone,
}: {
  rows: readonly MonitorRow[];
  parts: number;
  now: string;
  mayInstruct: boolean;
  onDone: () => void;
}) {
  return (
    <TableScrollContainer minWidth={760}>
      <Table verticalSpacing={4} aria-label="Students" className={classes.table}>
        <TableThead>
          <TableTr>
            <TableTh>Name</TableTh>
            <TableTh>State</TableTh>
            <TableTh ta="right">Parts</TableTh>
            <TableTh ta="right">Time left</TableTh>
            <TableTh>Last save</TableTh>
            <TableTh>To look at</TableTh>
            {mayInstruct && <TableTh>Actions</TableTh>}
          </TableTr>
        </TableThead>
        <TableTbody>
          {rows.map((row) => (
            <TableTr key={row.personId} className={classes.row}>
              <TableTd>
                {row.attemptId ? (
                  <TextLink href={`/staff/attempts/${row.attemptId}`}>{row.name}</TextLink>
                ) : (
                  row.name
                )}
              </TableTd>
              <TableTd>
                <Badge variant="light" color={COLORS[row.state]}>
                  {STATE_WORDS[row.state]}
                </Badge>
              </TableTd>
              <TableTd ta="right">{row.attemptId ? `${row.parts} of ${parts}` : ''}</TableTd>
              <TableTd ta="right">{timeLeft(row, now)}</TableTd>
              <TableTd>{row.lastSaveAt && <Time iso={row.lastSaveAt} />}</TableTd>
              <TableTd>{remarksOf(row)}</TableTd>
              {mayInstruct && (
                <TableTd>
                  <RowActions row={row} onDone={onDone} />
                </TableTd>
              )}
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

/** Whole minutes, of who is writing. */
function timeLeft({ dueAt, submittedAt }: MonitorRow, now: string): string {
  if (!dueAt || submittedAt) return '';
  const minutes = Math.ceil((Date.parse(dueAt) - Date.parse(now)) / 60_000);
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

'use client';

import {
  Checkbox,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import type { MonitorColumn, MonitorRow } from '@/lib/features/monitor/schema';
import { type Order, SortHead } from '@/lib/ui/table/sort-head';
import { MonitorTableRow, minutesLeft, type RowHandlers } from './monitor-row';
import classes from './monitor-table.module.css';
import { useRowsInView } from './use-rows-in-view';

const COLUMNS: readonly { column: MonitorColumn; label: string; numeric?: boolean }[] = [
  { column: 'name', label: 'Name' },
  { column: 'state', label: 'State' },
  { column: 'parts', label: 'Parts', numeric: true },
  { column: 'left', label: 'Time left', numeric: true },
  { column: 'save', label: 'Last save' },
  { column: 'remarks', label: 'To look at' },
];

interface Props {
  rows: readonly MonitorRow[];
  parts: number;
  now: string;
  order: Order<MonitorColumn>;
  onSort: (order: Order<MonitorColumn>) => void;
  selected: ReadonlySet<string>;
  onToggleAll: () => void;
  /** Null for graders. */
  handlers: RowHandlers | null;
}

/** A row for each student. Of many, only those in view are there, so that a thousand stay smooth. */
export function MonitorTable({ rows, parts, now, handlers, selected, ...head }: Props) {
  const { body, shown, before, after } = useRowsInView(rows.length);
  return (
    <TableScrollContainer minWidth={860}>
      <Table
        verticalSpacing={4}
        aria-label="Students"
        aria-rowcount={rows.length + 1}
        className={classes.table}
      >
        <Head {...head} rows={rows} handlers={handlers} selected={selected} />
        <TableTbody ref={body}>
          <Gap height={before} />
          {shown.map((index) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <MonitorTableRow
                key={row.personId}
                row={row}
                index={index + 1}
                parts={parts}
                minutesLeft={minutesLeft(row, now)}
                selected={selected.has(row.personId)}
                handlers={handlers}
              />
            );
          })}
          <Gap height={after} />
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}

function Head({
  rows,
  order,
  onSort,
  selected,
  onToggleAll,
  handlers,
}: Omit<Props, 'parts' | 'now'>) {
  return (
    <TableThead>
      <TableTr aria-rowindex={1}>
        {handlers && (
          <TableTh w={36}>
            <Checkbox
              size="xs"
              aria-label="Choose all that are shown"
              checked={rows.length > 0 && selected.size === rows.length}
              indeterminate={selected.size > 0 && selected.size < rows.length}
              onChange={onToggleAll}
            />
          </TableTh>
        )}
        {COLUMNS.map((column) => (
          <SortHead key={column.column} {...column} order={order} onSort={onSort} />
        ))}
        {handlers && <TableTh>Actions</TableTh>}
      </TableTr>
    </TableThead>
  );
}

/** In the place of rows that are not there. */
function Gap({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    <TableTr aria-hidden="true">
      <TableTd p={0} h={height} style={{ border: 0 }} />
    </TableTr>
  );
}

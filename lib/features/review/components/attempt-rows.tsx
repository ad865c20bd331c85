'use client';

import { Anchor, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import Link from 'next/link';
import type { SittingMode } from '@/lib/exam/release';
import { type AttemptState, type TableQuery, tableAddress } from '@/lib/features/review/schema';
import { Time } from '@/lib/ui/time';

export interface ShownAttemptRow {
  id: string;
  name: string;
  email: string;
  number: number;
  state: AttemptState;
  startedAt: string;
  submittedAt: string | null;
  score: number | null;
  points: number;
  open: number;
  unread: number;
  late: number;
  lateOpen: number;
}

/** What the states are called. Nobody reviews practice, where a part stays as the machine left it. */
export function statesOf(mode: SittingMode): Readonly<Record<AttemptState, string>> {
  return {
    running: 'Running',
    grading: 'Being graded',
    review: mode === 'EXAM' ? 'Needs review' : 'Not all decided',
    graded: 'Graded',
    withdrawn: 'Withdrawn',
  };
}

const COLUMNS: readonly { key: TableQuery['sort']; label: string; numeric: boolean }[] = [
  { key: 'name', label: 'Student', numeric: false },
  { key: 'state', label: 'State', numeric: false },
  { key: 'score', label: 'Score', numeric: true },
  { key: 'open', label: 'Open points', numeric: true },
  { key: 'startedAt', label: 'Started', numeric: false },
  { key: 'submittedAt', label: 'Submitted', numeric: false },
];

type Order = Pick<TableQuery, 'sort' | 'direction'>;

/** One row an attempt, under heads that sort. */
export function AttemptRows({
  rows,
  states,
  query,
  onSort,
  onLeave,
}: {
  rows: readonly ShownAttemptRow[];
  states: ReturnType<typeof statesOf>;
  query: TableQuery;
  onSort: (order: Order) => void;
  /** Before a script is opened. */
  onLeave: () => void;
}) {
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table highlightOnHover verticalSpacing={6} aria-label="Attempts">
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <ColumnHead key={column.key} {...{ column, order: query, onSort }} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {rows.map((row) => (
            <AttemptRow
              key={row.id}
              row={row}
              state={states[row.state]}
              href={`/staff/attempts/${row.id}${tableAddress(query)}`}
              onLeave={onLeave}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ColumnHead({
  column: { key, label, numeric },
  order,
  onSort,
}: {
  column: (typeof COLUMNS)[number];
  order: Order;
  onSort: (order: Order) => void;
}) {
  const direction = order.sort === key ? order.direction : null;
  const Icon = { asc: IconArrowUp, desc: IconArrowDown, none: IconSelector }[direction ?? 'none'];
  const sorted = { asc: 'ascending', desc: 'descending', none: 'none' } as const;
  return (
    <Table.Th ta={numeric ? 'right' : 'left'} aria-sort={sorted[direction ?? 'none']}>
      <UnstyledButton
        fz="sm"
        fw={600}
        onClick={() => onSort({ sort: key, direction: direction === 'asc' ? 'desc' : 'asc' })}
      >
        <Group gap={4} wrap="nowrap" display="inline-flex">
          {label}
          <Icon size={14} aria-hidden="true" />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}

function AttemptRow({
  row,
  state,
  href,
  onLeave,
}: {
  row: ShownAttemptRow;
  state: string;
  href: string;
  onLeave: () => void;
}) {
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} href={href} size="sm" onClick={onLeave}>
          {row.name}
          {row.number > 1 ? ` (attempt ${row.number})` : ''}
        </Anchor>
        <Text size="xs" c="dimmed">
          {row.email}
        </Text>
      </Table.Td>
      <Table.Td>
        {state}
        {row.unread > 0 && ` · ${row.unread} unread`}
        {row.late > 0 && ` · ${lateInWords(row)}`}
      </Table.Td>
      <Table.Td ta="right">{row.score === null ? '–' : `${row.score} / ${row.points}`}</Table.Td>
      <Table.Td ta="right">{row.open === 0 ? '' : row.open}</Table.Td>
      <Table.Td>
        <Time iso={row.startedAt} />
      </Table.Td>
      <Table.Td>{row.submittedAt ? <Time iso={row.submittedAt} /> : ''}</Table.Td>
    </Table.Tr>
  );
}

function lateInWords({ late, lateOpen }: ShownAttemptRow): string {
  return lateOpen > 0 ? `${lateOpen} late to decide` : `${late} late`;
}

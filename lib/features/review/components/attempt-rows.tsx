'use client';

import { Anchor, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import Link from 'next/link';
import type { AttemptState, TableQuery } from '@/lib/features/review/schema';
import { Time } from '@/lib/ui/time';

export interface AttemptRow {
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
  lateRevisions: number;
}

export const STATE_WORDS: Readonly<Record<AttemptState, string>> = {
  running: 'Running',
  grading: 'Being graded',
  review: 'Needs review',
  graded: 'Graded',
};

const COLUMNS: readonly { key: TableQuery['sort']; label: string; numeric: boolean }[] = [
  { key: 'name', label: 'Student', numeric: false },
  { key: 'state', label: 'State', numeric: false },
  { key: 'score', label: 'Score', numeric: true },
  { key: 'open', label: 'Open points', numeric: true },
  { key: 'startedAt', label: 'Started', numeric: false },
  { key: 'submittedAt', label: 'Submitted', numeric: false },
];

interface Sorting {
  query: TableQuery;
  onSort: (order: Pick<TableQuery, 'sort' | 'direction'>) => void;
}

/** A page of attempts, with columns to sort by. */
export function AttemptRows({
  rows,
  query,
  onSort,
  addressOf,
  onLeave,
}: Sorting & {
  rows: readonly AttemptRow[];
  /** Where the script of an attempt is. */
  addressOf: (attemptId: string) => string;
  onLeave: () => void;
}) {
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table highlightOnHover verticalSpacing={6} aria-label="Attempts">
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <ColumnHead key={column.key} column={column} query={query} onSort={onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody style={{ fontVariantNumeric: 'tabular-nums' }}>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <Anchor component={Link} href={addressOf(row.id)} size="sm" onClick={onLeave}>
                  {row.name}
                  {row.number > 1 ? ` (attempt ${row.number})` : ''}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {row.email}
                </Text>
              </Table.Td>
              <Table.Td>
                {STATE_WORDS[row.state]}
                {row.lateRevisions > 0 && ` · ${row.lateRevisions} late`}
              </Table.Td>
              <Table.Td ta="right">
                {row.score === null ? '–' : `${row.score} / ${row.points}`}
              </Table.Td>
              <Table.Td ta="right">{row.open === 0 ? '' : row.open}</Table.Td>
              <Table.Td>
                <Time iso={row.startedAt} />
              </Table.Td>
              <Table.Td>{row.submittedAt ? <Time iso={row.submittedAt} /> : ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ColumnHead({
  column: { key, label, numeric },
  query,
  onSort,
}: Sorting & { column: (typeof COLUMNS)[number] }) {
  const isSorted = query.sort === key;
  const isAscending = query.direction === 'asc';
  const Icon = isSorted ? (isAscending ? IconArrowUp : IconArrowDown) : IconSelector;
  return (
    <Table.Th
      ta={numeric ? 'right' : 'left'}
      aria-sort={isSorted ? (isAscending ? 'ascending' : 'descending') : 'none'}
    >
      <UnstyledButton
        fz="sm"
        fw={600}
        onClick={() => onSort({ sort: key, direction: isSorted && isAscending ? 'desc' : 'asc' })}
      >
        <Group gap={4} wrap="nowrap" display="inline-flex">
          {label}
          <Icon size={14} aria-hidden="true" />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}

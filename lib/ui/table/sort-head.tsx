'use client';

import { Group, TableTh, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';

export interface Order<Column extends string> {
  sort: Column;
  direction: 'asc' | 'desc';
}

/** The head of a column that a table can be sorted by. */
export function SortHead<Column extends string>({
  column,
  label,
  order,
  onSort,
  numeric,
}: {
  column: Column;
  label: string;
  order: Order<Column>;
  onSort: (order: Order<Column>) => void;
  numeric?: boolean;
}) {
  const direction = order.sort === column ? order.direction : null;
  const Icon = { asc: IconArrowUp, desc: IconArrowDown, none: IconSelector }[direction ?? 'none'];
  const sorted = { asc: 'ascending', desc: 'descending', none: 'none' } as const;
  return (
    <TableTh ta={numeric ? 'right' : 'left'} aria-sort={sorted[direction ?? 'none']}>
      <UnstyledButton
        fz="sm"
        fw={600}
        onClick={() => onSort({ sort: column, direction: direction === 'asc' ? 'desc' : 'asc' })}
      >
        <Group gap={4} wrap="nowrap" display="inline-flex">
          {label}
          <Icon size={14} aria-hidden="true" />
        </Group>
      </UnstyledButton>
    </TableTh>
  );
}

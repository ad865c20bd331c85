'use client';

import { Button, Group } from '@mantine/core';
import type { MonitorRow } from '@/lib/features/monitor/schema';

/** What can be done to one attempt. */
export type RowAct = 'hand-in' | 'open-again' | 'withdraw' | 'put-back';

export const ACT_WORDS: Readonly<Record<RowAct, string>> = {
  'hand-in': 'Hand in',
  'open-again': 'Open again',
  withdraw: 'Withdraw',
  'put-back': 'Take back',
};

function actsFor({ attemptId, state, submittedAt }: MonitorRow): RowAct[] {
  if (attemptId === null) return [];
  if (state === 'withdrawn') return ['put-back'];
  return [submittedAt === null ? 'hand-in' : 'open-again', 'withdraw'];
}

/** The buttons of a row; what they ask is asked outside of it, as a row may move or go meanwhile. */
export function RowActions({
  row,
  onAct,
}: {
  row: MonitorRow;
  onAct: (act: RowAct, row: MonitorRow) => void;
}) {
  return (
    <Group gap={6} wrap="nowrap">
      {actsFor(row).map((act) => (
        <Button
          key={act}
          size="compact-xs"
          variant="default"
          onClick={() => onAct(act, row)}
          aria-haspopup="dialog"
        >
          {ACT_WORDS[act]}
        </Button>
      ))}
    </Group>
  );
}

'use client';

import { Group, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { handInFor, reopenAttempt } from '@/lib/features/monitor/actions';
import type { MonitorRow } from '@/lib/features/monitor/schema';
import { ReasonButton } from '@/lib/ui/reasons/reason-button';
import { PutBack, Withdraw } from './withdraw-buttons';

/** What can be done for one student: handing in, opening again what is submitted, and taking it out. */
export function RowActions({ row, onDone }: { row: MonitorRow; onDone: () => void }) {
  const { attemptId, state, submittedAt, name } = row;
  if (attemptId === null) return null;
  const shared = { attemptId, name, onDone };
  if (state === 'withdrawn') return <PutBack {...shared} />;
  return (
    <Group gap={6} wrap="nowrap">
      {submittedAt === null ? <HandIn {...shared} /> : <OpenAgain {...shared} />}
      <Withdraw {...shared} />
    </Group>
  );
}

interface Row {
  attemptId: string;
  name: string;
  onDone: () => void;
}

function HandIn({ attemptId, name, onDone }: Row) {
  return (
    <ReasonButton
      button="Hand in"
      title={`Hand in for ${name}?`}
      text="What they have saved until now is graded. Their room closes within seconds."
      act={(reason) => handInFor({ attemptId, reason })}
      onDone={onDone}
    />
  );
}

function OpenAgain({ attemptId, name, onDone }: Row) {
  const [minutes, setMinutes] = useState(10);
  return (
    <ReasonButton
      button="Open again"
      title={`Open the exam of ${name} again?`}
      text="They can go on writing. What was handed in stays on record; what they hand in then counts."
      act={(reason) => reopenAttempt({ attemptId, minutes, reason })}
      onDone={onDone}
    >
      <NumberInput
        label="Minutes from now, at least"
        min={1}
        max={600}
        value={minutes}
        onChange={(value) => setMinutes(Number(value) || 1)}
      />
    </ReasonButton>
  );
}

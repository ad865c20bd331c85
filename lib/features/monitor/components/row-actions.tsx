'use client';

import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { handInFor, reopenAttempt } from '@/lib/features/monitor/actions';
import type { MonitorRow } from '@/lib/features/monitor/schema';
import { ReasonButton } from '@/lib/ui/reasons/reason-button';

/** What can be done for one student: handing in for them, and opening again what is submitted. */
export function RowActions({ row, onDone }: { row: MonitorRow; onDone: () => void }) {
  const { attemptId, submittedAt, name } = row;
  const [minutes, setMinutes] = useState(10);
  if (attemptId === null) return null;
  if (submittedAt === null) {
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

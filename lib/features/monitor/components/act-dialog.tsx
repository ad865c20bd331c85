'use client';

import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import {
  handInFor,
  reopenAttempt,
  restoreAttempt,
  withdrawAttempt,
} from '@/lib/features/monitor/actions';
import { ReasonDialog } from '@/lib/ui/reasons/reason-button';
import { ACT_WORDS, type RowAct } from './row-actions';
import { PUTTING_BACK, WITHDRAWING } from './withdraw-buttons';

/** What is about to be done, and to whom. */
export interface Acting {
  act: RowAct;
  attemptId: string;
  name: string;
}

const TITLES: Readonly<Record<RowAct, (name: string) => string>> = {
  'hand-in': (name) => `Hand in for ${name}?`,
  'open-again': (name) => `Open the exam of ${name} again?`,
  withdraw: WITHDRAWING.title,
  'put-back': PUTTING_BACK.title,
};

const TEXTS: Readonly<Record<RowAct, string>> = {
  'hand-in': 'What they have saved until now is graded. Their room closes within seconds.',
  'open-again':
    'They can go on writing. What was handed in stays on record; what they hand in then counts.',
  withdraw: WITHDRAWING.text,
  'put-back': PUTTING_BACK.text,
};

/** Asks for the reason of what is done to one attempt, and does it. */
export function ActDialog({
  acting: { act, attemptId, name },
  onClose,
  onDone,
}: {
  acting: Acting;
  onClose: () => void;
  onDone: () => void;
}) {
  const [minutes, setMinutes] = useState(10);
  const acts = {
    'hand-in': handInFor,
    'open-again': (input: { attemptId: string; reason: string }) =>
      reopenAttempt({ ...input, minutes }),
    withdraw: withdrawAttempt,
    'put-back': restoreAttempt,
  };
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      button={ACT_WORDS[act]}
      title={TITLES[act](name)}
      text={TEXTS[act]}
      {...(act === 'withdraw' && { kept: WITHDRAWING.kept })}
      act={(reason) => acts[act]({ attemptId, reason })}
      onDone={onDone}
    >
      {act === 'open-again' && (
        <NumberInput
          label="Minutes from now, at least"
          min={1}
          max={600}
          value={minutes}
          onChange={(value) => setMinutes(Number(value) || 1)}
        />
      )}
    </ReasonDialog>
  );
}

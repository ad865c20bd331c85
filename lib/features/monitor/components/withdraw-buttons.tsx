'use client';

import { restoreAttempt, withdrawAttempt } from '@/lib/features/monitor/actions';
import { ReasonButton } from '@/lib/ui/reasons/reason-button';

/** What is asked before an attempt is taken out: illness, a case of deception, an exam that was given up. */
export const WITHDRAWING = {
  button: 'Withdraw',
  title: (name: string) => `Withdraw the exam of ${name}?`,
  text: 'It counts as not taken and is in no statistics. A room that is open closes within seconds; what was saved is kept. You can take this back.',
  kept: 'The student reads it, and it stays in the log of the course.',
};

export const PUTTING_BACK = {
  button: 'Take back',
  title: (name: string) => `Take back the withdrawal of ${name}?`,
  text: 'The exam counts again, as it was handed in. To let them go on writing, open it again after that.',
};

interface Props {
  attemptId: string;
  /** Of the student. */
  name: string;
  onDone: () => void;
}

export function Withdraw({ attemptId, name, onDone }: Props) {
  return (
    <ReasonButton
      {...WITHDRAWING}
      title={WITHDRAWING.title(name)}
      act={(reason) => withdrawAttempt({ attemptId, reason })}
      onDone={onDone}
    />
  );
}

/** Takes a withdrawal back. */
export function PutBack({ attemptId, name, onDone }: Props) {
  return (
    <ReasonButton
      {...PUTTING_BACK}
      title={PUTTING_BACK.title(name)}
      act={(reason) => restoreAttempt({ attemptId, reason })}
      onDone={onDone}
    />
  );
}

'use client';

import { restoreAttempt, withdrawAttempt } from '@/lib/features/monitor/actions';
import { ReasonButton } from '@/lib/ui/reasons/reason-button';

interface Props {
  attemptId: string;
  /** Of the student. */
  name: string;
  onDone: () => void;
}

/** Takes an attempt out: illness, a case of deception, an exam that was given up. */
export function Withdraw({ attemptId, name, onDone }: Props) {
  return (
    <ReasonButton
      button="Withdraw"
      title={`Withdraw the exam of ${name}?`}
      text="It counts as not taken and is in no statistics. A room that is open closes within seconds; what was saved is kept. You can take this back."
      kept="The student reads it, and it stays in the log of the course."
      act={(reason) => withdrawAttempt({ attemptId, reason })}
      onDone={onDone}
    />
  );
}

/** Takes a withdrawal back. */
export function PutBack({ attemptId, name, onDone }: Props) {
  return (
    <ReasonButton
      button="Take back"
      title={`Take back the withdrawal of ${name}?`}
      text="The exam counts again, as it was handed in. To let them go on writing, open it again after that."
      act={(reason) => restoreAttempt({ attemptId, reason })}
      onDone={onDone}
    />
  );
}

'use client';

import { Alert, Button, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { handInFor, reopenAttempt } from '@/lib/features/monitor/actions';
import type { MonitorRow } from '@/lib/features/monitor/schema';
import { Dialog } from '@/lib/ui/dialog';

/** What can be done for one student: handing in for them, and opening again what is submitted. */
export function RowActions({ row, onDone }: { row: MonitorRow; onDone: () => void }) {
  const { attemptId, submittedAt, name } = row;
  const [minutes, setMinutes] = useState(10);
  if (attemptId === null) return null;
  if (submittedAt === null) {
    return (
      <WithReason
        button="Hand in"
        title={`Hand in for ${name}?`}
        text="What they have saved until now is graded. Their room closes within seconds."
        act={(reason) => handInFor({ attemptId, reason })}
        onDone={onDone}
      />
    );
  }
  return (
    <WithReason
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
    </WithReason>
  );
}

type Act = (reason: string) => Promise<{ ok: true } | { ok: false; error: { message: string } }>;

/** A reason as it is being typed, and doing what it is for; what stood in the way is said. */
function useAct(act: Act, onDone: () => void) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    const done = await act(reason).catch(() => null);
    setBusy(false);
    if (!done?.ok) {
      setProblem(done?.error.message ?? 'The server cannot be reached. Nothing was changed.');
      return;
    }
    setReason('');
    setProblem(null);
    onDone();
  };
  return { reason, setReason, problem, busy, go };
}

/** A button that asks for a reason, which is kept in the course's log, before it does something. */
function WithReason({
  button,
  title,
  text,
  act,
  onDone,
  children,
}: {
  button: string;
  title: string;
  text: string;
  act: (reason: string) => Promise<{ ok: true } | { ok: false; error: { message: string } }>;
  onDone: () => void;
  children?: ReactNode;
}) {
  const [opened, { open, close }] = useDisclosure(false);
  const { reason, setReason, problem, busy, go } = useAct(act, () => {
    close();
    onDone();
  });
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={open}>
        {button}
      </Button>
      <Dialog opened={opened} onClose={close} title={title}>
        <Stack gap="sm">
          <Text size="sm">{text}</Text>
          {children}
          <Textarea
            label="Reason"
            description="Kept in the log of the course."
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
            data-autofocus
          />
          {problem && <Alert color="red">{problem}</Alert>}
          <Group justify="end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button onClick={() => void go()} loading={busy} disabled={reason.trim().length < 3}>
              {button}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

'use client';

import { Alert, Button, type ButtonProps, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { Dialog } from './dialog';

type Act = (reason: string) => Promise<{ ok: true } | { ok: false; error: { message: string } }>;

const LEAST_REASON = 3;

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

/** A button that asks for a reason, which is kept, before it does something. */
export function ReasonButton({
  button,
  name,
  title,
  text,
  kept = 'Kept in the log of the course.',
  act,
  onDone,
  size = 'compact-xs',
  variant = 'default',
  children,
}: {
  button: string;
  /** What the button is called where others say the same. */
  name?: string;
  title: string;
  text: string;
  /** Who reads the reason. */
  kept?: string;
  act: Act;
  onDone: () => void;
  size?: ButtonProps['size'];
  variant?: ButtonProps['variant'];
  children?: ReactNode;
}) {
  const [opened, { open, close }] = useDisclosure(false);
  const { reason, setReason, problem, busy, go } = useAct(act, () => {
    close();
    onDone();
  });
  return (
    <>
      <Button size={size} variant={variant} onClick={open} {...(name && { 'aria-label': name })}>
        {button}
      </Button>
      <Dialog opened={opened} onClose={close} title={title}>
        <Stack gap="sm">
          <Text size="sm">{text}</Text>
          {children}
          <Textarea
            label="Reason"
            description={kept}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
            data-autofocus
          />
          {problem && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Group justify="end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button
              onClick={() => void go()}
              loading={busy}
              disabled={reason.trim().length < LEAST_REASON}
            >
              {button}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

'use client';

import { Alert, Button, type ButtonProps, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { Dialog } from '@/lib/ui/dialog';

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

interface Asking {
  button: string;
  title: string;
  text: string;
  /** Who reads the reason. */
  kept?: string;
  act: Act;
  onDone: () => void;
  /** More to fill in, above the reason. */
  children?: ReactNode;
}

/** A button that asks for a reason, which is kept, before it does something. */
export function ReasonButton({
  name,
  size = 'compact-xs',
  variant = 'default',
  ...asking
}: Asking & {
  /** What the button is called where others say the same. */
  name?: string;
  size?: ButtonProps['size'];
  variant?: ButtonProps['variant'];
}) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size={size} variant={variant} onClick={open} {...(name && { 'aria-label': name })}>
        {asking.button}
      </Button>
      <ReasonDialog {...asking} opened={opened} onClose={close} />
    </>
  );
}

/** Asks for a reason and does what it is for. */
export function ReasonDialog({
  opened,
  onClose,
  button,
  title,
  text,
  kept = 'Kept in the log of the course.',
  act,
  onDone,
  children,
}: Asking & { opened: boolean; onClose: () => void }) {
  const { reason, setReason, problem, busy, go } = useAct(act, () => {
    onClose();
    onDone();
  });
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
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
          <Button variant="default" onClick={onClose}>
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
  );
}

'use client';

import { Alert, Button, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { giveMoreTime } from '@/lib/features/sittings/actions';
import { Dialog } from '@/lib/ui/dialog';
import { MovedEnds, Warnings } from './moved-ends';
import { useMoreTimePreview } from './use-more-time-preview';

/** Who gets more time: some, or (null) everybody, those who begin later as well. */
export interface Receivers {
  personIds: readonly string[] | null;
  /** In words. */
  who: string;
  /** What else one should know of them. */
  note: string | null;
}

const MEANING =
  'The minutes come on top of what was given before and of what somebody is granted. It is told in the rooms within seconds.';

/** Minutes on top, with what they do to whom before they are given. */
export function MoreTimeDialog({
  sittingId,
  receivers,
  onClose,
  onDone,
}: {
  sittingId: string;
  receivers: Receivers;
  onClose: () => void;
  onDone: () => void;
}) {
  const { personIds, who, note } = receivers;
  const [minutes, setMinutes] = useState<string | number>(5);
  const [reason, setReason] = useState('');
  const asked = { sittingId, personIds, minutes: Number(minutes) };
  const preview = useMoreTimePreview(asked);
  const isReady = reason.trim() !== '' && preview.shown !== null;
  const { busy, problem, give } = useGiving(() => {
    onClose();
    onDone();
  });
  return (
    <Dialog opened onClose={onClose} title={`Give time to ${who}`} size="lg">
      <Stack gap="sm">
        <Text size="sm">{note === null ? MEANING : `${MEANING} ${note}`}</Text>
        <Fields {...{ minutes, setMinutes, reason, setReason }} />
        <Effect preview={preview} />
        {problem && (
          <Alert color="red" role="alert" title="Not given">
            {problem}
          </Alert>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            loading={busy}
            disabled={!isReady}
            onClick={() => void give({ ...asked, reason })}
          >
            Give {asked.minutes || 0} min
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Fields({
  minutes,
  setMinutes,
  reason,
  setReason,
}: {
  minutes: string | number;
  setMinutes: (minutes: string | number) => void;
  reason: string;
  setReason: (reason: string) => void;
}) {
  return (
    <>
      <NumberInput
        label="Minutes more"
        min={1}
        max={600}
        allowDecimal={false}
        value={minutes}
        onChange={setMinutes}
        w={140}
        data-autofocus
      />
      <Textarea
        label="Reason"
        description="Kept in the log of the course."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
      />
    </>
  );
}

/** Whose end it moves to when, before it is given. */
function Effect({
  preview: { shown, problem },
}: {
  preview: ReturnType<typeof useMoreTimePreview>;
}) {
  return (
    <section aria-label="What it does" aria-live="polite">
      {problem && <Text size="sm">{problem}</Text>}
      {shown && <Warnings warnings={shown.warnings} />}
      {shown && shown.moved.length > 0 && <MovedEnds moved={shown.moved} verb="It moves" />}
      {shown?.moved.length === 0 && (
        <Text size="sm">It moves no end of anybody who writes now.</Text>
      )}
    </section>
  );
}

function useGiving(onGiven: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const give = async (input: object) => {
    setBusy(true);
    setProblem(null);
    const given = await giveMoreTime(input).catch(() => null);
    setBusy(false);
    if (!given?.ok) {
      setProblem(
        given?.error.message ?? 'The server cannot be reached. Look whether it was given.',
      );
      return;
    }
    const { moved } = given.value;
    notifications.show({
      message: `Given. It moved the end of ${moved === 1 ? 'one who writes' : `${moved} who write`}.`,
    });
    onGiven();
  };
  return { busy, problem, give };
}

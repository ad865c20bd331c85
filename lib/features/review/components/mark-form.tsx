'use client';

import { Alert, Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { markPart } from '../actions';

/** Sets the score of a part, with the reason for the record and words for the student. */
export function MarkForm({
  attemptId,
  partId,
  points,
  score,
  seenMarkId,
}: {
  attemptId: string;
  partId: string;
  points: number;
  score: number | null;
  seenMarkId: string | null;
}) {
  const router = useRouter();
  const [value, setValue] = useState<number | string>(score ?? '');
  const [reason, setReason] = useState('');
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async () => {
    setBusy(true);
    setProblem(null);
    const marked = await markPart({
      attemptId,
      partId,
      score: typeof value === 'number' ? value : null,
      comment,
      reason,
      seenMarkId,
    }).catch(() => null);
    setBusy(false);
    if (!marked?.ok) {
      setProblem(marked?.error.message ?? 'The server cannot be reached. Nothing was changed.');
      return;
    }
    setReason('');
    setComment('');
    notifications.show({ message: `The mark for ${partId} is saved.` });
    router.refresh();
  };

  return (
    <form
      aria-label={`Mark ${partId}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        {problem && (
          <Alert color="red" role="alert" title="Not saved">
            {problem}
          </Alert>
        )}
        <Group align="end" gap="sm" grow preventGrowOverflow={false}>
          <NumberInput
            label={`Score (0 to ${points})`}
            value={value}
            onChange={setValue}
            min={0}
            max={points}
            step={0.25}
            decimalScale={4}
            w={130}
            style={{ flexGrow: 0 }}
          />
          <TextInput
            label="Reason, for the record"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
          />
        </Group>
        <Textarea
          label="Comment for the student (optional)"
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          autosize
          minRows={1}
        />
        <Group justify="flex-end">
          <Button type="submit" size="sm" loading={busy} disabled={reason.trim() === ''}>
            Save mark
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

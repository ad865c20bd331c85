'use client';

import { Alert, Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { markPart } from '@/lib/features/review/actions';

/**
 * Sets the score of a part, or says something of it and leaves the score as it is, or withdraws a
 * score that was set; with the reason for the record and words for the student.
 */
export function MarkForm({
  attemptId,
  partId,
  points,
  step,
  decided,
  seenMarkId,
}: {
  attemptId: string;
  partId: string;
  points: number;
  /** Scores are multiples of this. */
  step: number;
  /** A score was set and not withdrawn. */
  decided: boolean;
  seenMarkId: string | null;
}) {
  const router = useRouter();
  const [value, setValue] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (withdraw: boolean) => {
    setBusy(true);
    setProblem(null);
    const marked = await markPart({
      attemptId,
      partId,
      score: typeof value === 'number' && !withdraw ? value : null,
      withdraw,
      comment,
      reason,
      seenMarkId,
    }).catch(() => null);
    setBusy(false);
    if (!marked?.ok) {
      setProblem(marked?.error.message ?? 'The server cannot be reached. Nothing was changed.');
      return;
    }
    setValue('');
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
        void save(false);
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
            description="Empty: stays as it is"
            placeholder="As it is"
            value={value}
            onChange={setValue}
            min={0}
            max={points}
            // A forgotten point must not become full marks.
            clampBehavior="none"
            error={typeof value === 'number' && (value < 0 || value > points) && 'Out of range'}
            step={step}
            decimalScale={4}
            w={170}
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
          {decided && (
            <Button
              variant="default"
              size="sm"
              loading={busy}
              disabled={reason.trim() === ''}
              onClick={() => void save(true)}
            >
              Withdraw the set score
            </Button>
          )}
          <Button
            type="submit"
            size="sm"
            loading={busy}
            disabled={reason.trim() === '' || (value === '' && comment.trim() === '')}
          >
            {value === '' ? 'Save comment' : 'Save mark'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

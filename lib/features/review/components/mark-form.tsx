'use client';

import { Alert, Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { markPart } from '@/lib/features/review/actions';

interface MarkFormProps {
  attemptId: string;
  partId: string;
  points: number;
  /** Scores are multiples of this. */
  step: number;
  /** A score was set and not withdrawn. */
  decided: boolean;
  seenMarkId: string | null;
}

/**
 * Sets the score of a part, or says something of it and leaves the score as it is, or withdraws a
 * score that was set; with the reason for the record and words for the student.
 */
export function MarkForm(props: MarkFormProps) {
  const { partId, points, step, decided } = props;
  const { mark, change, save, busy, problem } = useMark(props);
  const isUnreasoned = mark.reason.trim() === '';
  const isEmpty = mark.score === '' && mark.comment.trim() === '';
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
          <ScoreInput
            value={mark.score}
            points={points}
            step={step}
            onChange={(score) => change({ score })}
          />
          <TextInput
            label="Reason, for the record"
            value={mark.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
            required
          />
        </Group>
        <Textarea
          label="Comment for the student (optional)"
          value={mark.comment}
          onChange={(event) => change({ comment: event.currentTarget.value })}
          autosize
          minRows={1}
        />
        <Group justify="flex-end">
          {decided && (
            <Button
              variant="default"
              size="sm"
              loading={busy}
              disabled={isUnreasoned}
              onClick={() => void save(true)}
            >
              Withdraw the set score
            </Button>
          )}
          <Button type="submit" size="sm" loading={busy} disabled={isUnreasoned || isEmpty}>
            {mark.score === '' ? 'Save comment' : 'Save mark'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ScoreInput({
  value,
  points,
  step,
  onChange,
}: {
  value: number | string;
  points: number;
  step: number;
  onChange: (value: number | string) => void;
}) {
  return (
    <NumberInput
      label={`Score (0 to ${points})`}
      description="Empty: stays as it is"
      placeholder="As it is"
      value={value}
      onChange={onChange}
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
  );
}

/** What is written into the form; `score` is no number while nothing or half a number stands there. */
interface Mark {
  score: number | string;
  reason: string;
  comment: string;
}

const EMPTY: Mark = { score: '', reason: '', comment: '' };

function useMark({ attemptId, partId, seenMarkId }: MarkFormProps) {
  const router = useRouter();
  const [mark, setMark] = useState(EMPTY);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (withdraw: boolean) => {
    const { score, reason, comment } = mark;
    setBusy(true);
    setProblem(null);
    const marked = await markPart({
      attemptId,
      partId,
      score: typeof score === 'number' && !withdraw ? score : null,
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
    setMark(EMPTY);
    notifications.show({ message: `The mark for ${partId} is saved.` });
    router.refresh();
  };

  const change = (changed: Partial<Mark>) => setMark((all) => ({ ...all, ...changed }));
  return { mark, change, save, busy, problem };
}

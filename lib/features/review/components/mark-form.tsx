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
  const { partId, points, step } = props;
  const mark = useMark(props);
  return (
    <form
      aria-label={`Mark ${partId}`}
      onSubmit={(event) => {
        event.preventDefault();
        void mark.save(false);
      }}
    >
      <Stack gap="sm">
        {mark.problem && (
          <Alert color="red" role="alert" title="Not saved">
            {mark.problem}
          </Alert>
        )}
        <Group align="end" gap="sm" grow preventGrowOverflow={false}>
          <ScoreInput value={mark.score} onChange={mark.setScore} points={points} step={step} />
          <TextInput
            label="Reason, for the record"
            value={mark.reason}
            onChange={(event) => mark.setReason(event.currentTarget.value)}
            required
          />
        </Group>
        <Textarea
          label="Comment for the student (optional)"
          value={mark.comment}
          onChange={(event) => mark.setComment(event.currentTarget.value)}
          autosize
          minRows={1}
        />
        <MarkButtons mark={mark} decided={props.decided} />
      </Stack>
    </form>
  );
}

interface ScoreInputProps {
  value: number | string;
  onChange: (value: number | string) => void;
  points: number;
  step: number;
}

function ScoreInput({ value, onChange, points, step }: ScoreInputProps) {
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

function MarkButtons({ mark, decided }: { mark: ReturnType<typeof useMark>; decided: boolean }) {
  const { busy, score, save } = mark;
  const hasReason = mark.reason.trim() !== '';
  return (
    <Group justify="flex-end">
      {decided && (
        <Button
          variant="default"
          size="sm"
          loading={busy}
          disabled={!hasReason}
          onClick={() => void save(true)}
        >
          Withdraw the set score
        </Button>
      )}
      <Button
        type="submit"
        size="sm"
        loading={busy}
        disabled={!hasReason || (score === '' && mark.comment.trim() === '')}
      >
        {score === '' ? 'Save comment' : 'Save mark'}
      </Button>
    </Group>
  );
}

/** What is written in the form, and its way to the server. */
function useMark({ attemptId, partId, seenMarkId }: MarkFormProps) {
  const router = useRouter();
  const [score, setScore] = useState<number | string>('');
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
    setScore('');
    setReason('');
    setComment('');
    notifications.show({ message: `The mark for ${partId} is saved.` });
    router.refresh();
  };
  return { score, setScore, reason, setReason, comment, setComment, busy, problem, save };
}

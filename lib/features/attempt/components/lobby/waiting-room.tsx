'use client';

import { Alert, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { start } from '@/lib/features/attempt/actions';
import { StartForm } from './start-form';

const LOOK_MS = 3000;

const stateSchema = z.object({ state: z.enum(['early', 'held', 'open', 'over']) });

/**
 * Waits for the staff to start the exam, and begins by itself as soon as they have. Where the code is
 * missing or wrong then, it is for the student to write it and to press the button.
 */
export function WaitingRoom({
  sittingId,
  needsAccessCode,
}: {
  sittingId: string;
  needsAccessCode: boolean;
}) {
  const [accessCode, setAccessCode] = useState('');
  const { problem, isOffline } = useWaiting(sittingId, needsAccessCode ? accessCode : null);
  if (problem !== null) {
    return (
      <Stack gap="sm">
        <Alert color="yellow" role="alert" title="The exam has begun">
          {problem}
        </Alert>
        <StartForm {...{ sittingId, needsAccessCode }} running={false} practice={false} />
      </Stack>
    );
  }
  return (
    <Stack gap="sm" align="start">
      {needsAccessCode && (
        <TextInput
          label="Access code"
          description="Write it now; it is checked when the exam begins."
          value={accessCode}
          onChange={(event) => setAccessCode(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
      <Text size="sm" role="status">
        <Loader size="xs" mr="xs" aria-hidden="true" />
        {isOffline
          ? 'The server cannot be reached. This page goes on trying.'
          : 'Waiting for the staff to start the exam. It begins by itself; your clock has not started.'}
      </Text>
    </Stack>
  );
}

/** Looks every few seconds, and tries once to begin; `problem` says why that has to be done by hand. */
function useWaiting(sittingId: string, accessCode: string | null) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [isOffline, setOffline] = useState(false);
  const look = async () => {
    const state = await stateOf(sittingId);
    setOffline(state === null);
    if (state === null || state === 'held' || state === 'early') return;
    interval.stop();
    if (state === 'over') return router.refresh();
    if (accessCode === '') return setProblem('Write the code and press the button.');
    const started = await start({ sittingId, accessCode }).catch(() => null);
    if (started?.ok) return router.push(`/attempts/${started.value.attemptId}`);
    setProblem(started?.error.message ?? 'The server cannot be reached. Press the button.');
  };
  const interval = useInterval(() => void look(), LOOK_MS, { autoInvoke: true });
  return { problem, isOffline };
}

async function stateOf(sittingId: string) {
  try {
    const response = await fetch(`/api/sittings/${sittingId}`, { cache: 'no-store' });
    return stateSchema.parse(await response.json()).state;
  } catch {
    return null;
  }
}

'use client';

import { Alert, Loader, Stack, Text, TextInput } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { start } from '@/lib/features/attempt/actions';

const LOOK_MS = 3000;

const stateSchema = z.object({ state: z.enum(['early', 'held', 'open', 'over']) });

/** Waits for the staff to start the exam, and begins by itself as soon as they have. */
export function WaitingRoom({
  sittingId,
  needsAccessCode,
}: {
  sittingId: string;
  needsAccessCode: boolean;
}) {
  const [accessCode, setAccessCode] = useState('');
  const { problem, isOffline } = useWaiting(sittingId, needsAccessCode ? accessCode : null);
  return (
    <Stack gap="sm" align="start">
      {problem && (
        <Alert color="red" role="alert" title="Not started">
          {problem}
        </Alert>
      )}
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

/** Looks every few seconds; a refusal is shown, and tried again once something else is written. */
function useWaiting(sittingId: string, accessCode: string | null) {
  const router = useRouter();
  const [refused, setRefused] = useState<{ code: string | null; message: string } | null>(null);
  const [isOffline, setOffline] = useState(false);
  const look = async () => {
    const state = await stateOf(sittingId);
    setOffline(state === null);
    if (state === null || state === 'held' || state === 'early') return;
    if (state === 'over') return router.refresh();
    if (accessCode === '' || refused?.code === accessCode) {
      if (accessCode === '')
        setRefused({ code: '', message: 'The exam has begun: write the code.' });
      return;
    }
    const started = await start({ sittingId, accessCode }).catch(() => null);
    if (started?.ok) return router.push(`/attempts/${started.value.attemptId}`);
    if (started) setRefused({ code: accessCode, message: started.error.message });
  };
  useInterval(() => void look(), LOOK_MS, { autoInvoke: true });
  return { problem: refused?.message ?? null, isOffline };
}

async function stateOf(sittingId: string) {
  try {
    const response = await fetch(`/api/sittings/${sittingId}`, { cache: 'no-store' });
    return stateSchema.parse(await response.json()).state;
  } catch {
    return null;
  }
}

'use client';

import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { start } from '@/lib/features/attempt/actions';

/** The button that starts the clock. */
export function StartForm({
  sittingId,
  needsAccessCode,
  running,
  practice,
}: {
  sittingId: string;
  needsAccessCode: boolean;
  running: boolean;
  practice: boolean;
}) {
  const router = useRouter();
  const [accessCode, setAccessCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const begin = async () => {
    setBusy(true);
    setProblem(null);
    const started = await start({
      sittingId,
      accessCode: needsAccessCode ? accessCode : null,
    }).catch(() => null);
    if (started?.ok) return router.push(`/attempts/${started.value.attemptId}`);
    setBusy(false);
    setProblem(
      started?.error.message ??
        'The server cannot be reached. The clock has not started; try again.',
    );
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <Stack gap="sm" align="start">
        {problem && (
          <Alert color="red" role="alert" title="Not started">
            {problem}
          </Alert>
        )}
        {needsAccessCode && (
          <TextInput
            label="Access code"
            description="Your invigilator tells you the code."
            value={accessCode}
            onChange={(event) => setAccessCode(event.currentTarget.value)}
            autoComplete="off"
          />
        )}
        <Button type="submit" size="md" loading={busy}>
          {running ? 'Continue' : practice ? 'Start practising' : 'Start the exam'}
        </Button>
      </Stack>
    </form>
  );
}

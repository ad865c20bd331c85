'use client';

import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStart } from './use-start';

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
  const [accessCode, setAccessCode] = useState('');
  const { begin, busy, problem } = useStart(sittingId);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void begin(needsAccessCode ? accessCode : null);
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

'use client';

import { Alert, Button, NativeSelect, Stack, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { sendQuestion } from './send-question';
import { type PartNames, useRoomNotices } from './use-notices';

/** A question to the staff, about a part or about the whole. */
export function AskForm({ nameOf, parts }: PartNames) {
  const { attemptId, refresh } = useRoomNotices();
  const [text, setText] = useState('');
  const [partId, setPartId] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const refused = await sendQuestion(attemptId, { partId: partId || null, text });
    setBusy(false);
    setProblem(refused);
    if (refused !== null) return;
    setText('');
    await refresh();
  };
  return (
    <Stack gap="xs" component="section" aria-labelledby="ask">
      <Title order={3} size="h5" id="ask">
        Ask the staff
      </Title>
      <NativeSelect
        label="About"
        value={partId}
        onChange={(event) => setPartId(event.currentTarget.value)}
        data={[
          { value: '', label: 'The whole exam' },
          ...parts.map((id) => ({ value: id, label: nameOf(id) })),
        ]}
      />
      <Textarea
        label="Question"
        autosize
        minRows={3}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {problem && <Alert color="red">{problem}</Alert>}
      <Button onClick={() => void send()} disabled={text.trim() === ''} loading={busy}>
        Send the question
      </Button>
    </Stack>
  );
}

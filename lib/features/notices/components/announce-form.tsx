'use client';

import { Alert, Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { makeAnnouncement } from '@/lib/features/notices/actions';

/** Tells everybody who sits the exam: an announcement, or the correction of a part. */
export function AnnounceForm({
  sittingId,
  parts,
}: {
  sittingId: string;
  parts: readonly { id: string; name: string }[];
}) {
  const router = useRouter();
  const [text, setText] = useState('');
  const [partId, setPartId] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const kind = partId === '' ? 'ANNOUNCEMENT' : 'ERRATUM';
    const input = { sittingId, kind, attemptId: null, partId: partId || null, text };
    const made = await makeAnnouncement(input).catch(() => null);
    setBusy(false);
    if (!made?.ok) {
      setProblem(made?.error.message ?? 'The server cannot be reached. Nobody was told.');
      return;
    }
    setProblem(null);
    setText('');
    router.refresh();
  };
  return (
    <Stack gap="xs">
      <NativeSelect
        label="What it is"
        value={partId}
        onChange={(event) => setPartId(event.currentTarget.value)}
        data={[
          { value: '', label: 'An announcement to all' },
          ...parts.map(({ id, name }) => ({ value: id, label: `A correction of ${name}` })),
        ]}
      />
      <Textarea
        label="What you tell them"
        description="Markdown, with formulas between dollars. It is in every room within seconds."
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {problem && <Alert color="red">{problem}</Alert>}
      <Group>
        <Button onClick={() => void send()} loading={busy} disabled={text.trim() === ''}>
          Tell everybody
        </Button>
      </Group>
    </Stack>
  );
}

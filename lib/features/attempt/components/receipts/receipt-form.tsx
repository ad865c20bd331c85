'use client';

import { Alert, Button, FileButton, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { checkReceipt } from '@/lib/features/attempt/actions';
import type { ReceiptVerdict } from '@/lib/features/attempt/schema';
import { Time } from '@/lib/ui/time';

const VERDICTS: Readonly<Record<ReceiptVerdict, { color: string; title: string; text: string }>> = {
  valid: {
    color: 'green',
    title: 'The receipt is valid',
    text: 'This server signed it, and what it holds is still what was submitted.',
  },
  differs: {
    color: 'yellow',
    title: 'The receipt is ours, but no longer the last',
    text: 'This server signed it. Since then the exam was opened again or submitted anew; the log of the course says by whom.',
  },
  forged: {
    color: 'red',
    title: 'This is no receipt of this server',
    text: 'It was changed, or another server signed it.',
  },
};

type Checked = Awaited<ReturnType<typeof checkReceipt>>;

/** Takes a receipt, as a text or a file, and says what it is worth. */
export function ReceiptForm() {
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<Checked | null>(null);
  const [busy, setBusy] = useState(false);
  const check = async (receipt: string) => {
    setText(receipt);
    setBusy(true);
    setChecked(await checkReceipt(receipt).catch(() => UNREACHABLE));
    setBusy(false);
  };
  return (
    <Stack gap="md">
      <Textarea
        label="Receipt"
        description="What the file of the receipt holds."
        autosize
        minRows={6}
        maxRows={16}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <Group>
        <Button onClick={() => void check(text)} loading={busy} disabled={text.trim() === ''}>
          Verify
        </Button>
        <FileButton
          accept=".json,application/json"
          onChange={(file) => void file?.text().then(check)}
        >
          {(props) => (
            <Button {...props} variant="default">
              Choose the file
            </Button>
          )}
        </FileButton>
      </Group>
      {checked && <Outcome checked={checked} />}
    </Stack>
  );
}

const UNREACHABLE: Checked = {
  ok: false,
  error: { code: 'UNAVAILABLE', message: 'The server cannot be reached. Try again.' },
};

function Outcome({ checked }: { checked: Checked }) {
  if (!checked.ok) {
    return (
      <Alert color="red" role="alert" title="Not verified">
        {checked.error.message}
      </Alert>
    );
  }
  const { verdict, submittedAt } = checked.value;
  const { color, title, text } = VERDICTS[verdict];
  return (
    <Alert color={color} role="alert" title={title}>
      {text}
      {submittedAt && (
        <>
          {' '}
          Submitted <Time iso={submittedAt} />.
        </>
      )}
    </Alert>
  );
}

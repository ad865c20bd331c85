'use client';

import { Alert, Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import {
  type RosterAnswer,
  type RosterRequest,
  rosterAnswerSchema,
} from '@/lib/features/roster/schema';
import { RosterColumns } from './roster-columns';
import { RosterReading } from './roster-reading';
import { RosterRows } from './roster-rows';

const answerSchema = z.union([
  rosterAnswerSchema,
  z.object({ error: z.object({ message: z.string() }) }),
]);

const AS_THE_FILE_SAYS: RosterRequest = {
  ...{ encoding: null, separator: null, columns: null },
  ...{ role: 'STUDENT', confirm: null },
};

/** Takes a roster, shows what becomes of each row, and does it once it is confirmed. */
export function RosterImport({ courseId }: { courseId: string }) {
  const { file, answer, problem, busy, begin, change, confirm, options } = useRoster(courseId);
  return (
    <Stack gap="md">
      <Group gap="sm">
        <FileButton accept=".csv,.txt,.tsv,text/csv" onChange={(chosen) => chosen && begin(chosen)}>
          {(props) => (
            <Button
              {...props}
              variant={answer ? 'default' : 'filled'}
              disabled={busy}
              leftSection={<IconFileSpreadsheet size={16} />}
            >
              {file ? 'Choose another file' : 'Choose a file'}
            </Button>
          )}
        </FileButton>
        {file && <Text size="sm">{file.name}</Text>}
        {busy && (
          <Group gap={6} role="status">
            <Loader size="xs" />
            <Text size="sm">Reading …</Text>
          </Group>
        )}
      </Group>
      {problem && (
        <Alert color="red" role="alert" title="Nothing was written">
          {problem}
        </Alert>
      )}
      {file && <RosterReading options={options} answer={answer} onChange={change} />}
      {answer && !answer.done && (
        <RosterColumns answer={answer} onColumns={(columns) => change({ columns })} />
      )}
      {answer && <RosterRows courseId={courseId} answer={answer} busy={busy} onConfirm={confirm} />}
    </Stack>
  );
}

/** The file, how it is to be read, and what the server last said of it. */
function useRoster(courseId: string) {
  const [file, setFile] = useState<File | null>(null);
  const [options, setOptions] = useState(AS_THE_FILE_SAYS);
  const [answer, setAnswer] = useState<RosterAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const router = useRouter();
  const ask = async (sent: File, request: RosterRequest) => {
    setBusy(true);
    setProblem(null);
    const given = await send(courseId, sent, request).catch(() => null);
    setBusy(false);
    if (given && 'digest' in given) {
      setAnswer(given);
      // Who came in can be invited now, which the page around says.
      if (given.done) router.refresh();
      return;
    }
    setProblem(given?.error.message ?? 'The server cannot be reached, or the file cannot be read.');
    // A preview that no longer holds is made anew; a file that cannot be read has none.
    if (request.confirm !== null) {
      const again = await send(courseId, sent, { ...request, confirm: null }).catch(() => null);
      setAnswer(again && 'digest' in again ? again : null);
    } else {
      setAnswer(null);
    }
  };
  const begin = (chosen: File) => {
    setFile(chosen);
    setOptions(AS_THE_FILE_SAYS);
    setAnswer(null);
    void ask(chosen, AS_THE_FILE_SAYS);
  };
  const change = (changed: Partial<RosterRequest>) => {
    // Another separator makes other columns.
    const reread = 'separator' in changed || 'encoding' in changed;
    const next = { ...options, ...(reread && { columns: null }), ...changed };
    setOptions(next);
    if (file) void ask(file, next);
  };
  const confirm = () => {
    if (file && answer) void ask(file, { ...options, confirm: answer.digest });
  };
  return { file, answer, problem, busy, begin, change, confirm, options };
}

async function send(courseId: string, file: File, options: RosterRequest) {
  const form = new FormData();
  form.append('file', file);
  form.append('options', JSON.stringify(options));
  const response = await fetch(`/api/courses/${courseId}/roster`, { method: 'POST', body: form });
  return answerSchema.parse(await response.json());
}

'use client';

import { Alert, Button, FileButton, Group, Loader, Text } from '@mantine/core';
import { IconFileZip, IconFolder } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';

const answerSchema = z.union([
  z.object({ draftId: z.uuid() }),
  z.object({ error: z.object({ message: z.string() }) }),
]);

/** Sends an exam to the server, as a zip file or as a folder, and goes on to what its check says. */
export function UploadForm({ courseId }: { courseId: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setBusy(true);
    setProblem(null);
    const answer = await upload(courseId, files).catch(() => null);
    if (answer && 'draftId' in answer) {
      router.push(`/courses/${courseId}/exams/drafts/${answer.draftId}`);
      return;
    }
    setProblem(answer?.error.message ?? 'The server cannot be reached. Nothing was stored.');
    setBusy(false);
  };
  return (
    <>
      <Group gap="sm">
        <FileButton accept=".zip,.yaml,.yml" onChange={(file) => void send(file ? [file] : [])}>
          {(props) => (
            <Button {...props} disabled={busy} leftSection={<IconFileZip size={16} />}>
              Upload a zip or exam.yaml
            </Button>
          )}
        </FileButton>
        <FolderButton disabled={busy} onFolder={(files) => void send(files)} />
        {busy && (
          <Group gap={6} role="status">
            <Loader size="xs" />
            <Text size="sm">Sending …</Text>
          </Group>
        )}
      </Group>
      {problem && (
        <Alert color="red" title="Not uploaded" mt="sm">
          {problem}
        </Alert>
      )}
    </>
  );
}

/** Asks for a folder, which browsers know by an attribute that has no name in HTML. */
function FolderButton({
  disabled,
  onFolder,
}: {
  disabled: boolean;
  onFolder: (files: File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.setAttribute('webkitdirectory', ''), []);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Folder of an exam"
        onChange={(event) => onFolder([...(event.currentTarget.files ?? [])])}
      />
      <Button
        variant="default"
        disabled={disabled}
        leftSection={<IconFolder size={16} />}
        onClick={() => input.current?.click()}
      >
        Upload a folder
      </Button>
    </>
  );
}

async function upload(courseId: string, files: readonly File[]) {
  const form = new FormData();
  // A folder's files come with their way through it.
  for (const file of files) form.append('file', file, file.webkitRelativePath || file.name);
  const response = await fetch(`/api/courses/${courseId}/exams`, { method: 'POST', body: form });
  return answerSchema.parse(await response.json());
}

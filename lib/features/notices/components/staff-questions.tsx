'use client';

import { Alert, Button, Checkbox, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { answerQuestion } from '@/lib/features/notices/actions';
import { Markdown } from '@/lib/ui/markdown';
import { Time } from '@/lib/ui/time';

export interface ShownQuestion {
  id: string;
  name: string;
  partName: string | null;
  text: string;
  at: string;
  answers: { text: string; toAll: boolean; by: string | null; at: string }[];
}

/** What students asked, open questions first. */
export function StaffQuestions({
  sittingId,
  questions,
}: {
  sittingId: string;
  questions: readonly ShownQuestion[];
}) {
  if (questions.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nobody has asked anything.
      </Text>
    );
  }
  return (
    <Stack gap="sm">
      {questions.map((question) => (
        <Paper key={question.id} withBorder p="sm" component="article" aria-label={question.name}>
          <Text size="sm" c="dimmed">
            {question.name}, <Time iso={question.at} />
            {question.partName && `, ${question.partName}`}
          </Text>
          <Markdown>{question.text}</Markdown>
          {question.answers.map((answer) => (
            <Alert key={answer.at} color="gray" variant="light" mt="xs" p="xs">
              <Markdown>{answer.text}</Markdown>
              <Text size="xs" c="dimmed">
                {answer.by ?? 'The command line'}, <Time iso={answer.at} />,{' '}
                {answer.toAll ? 'to everybody' : 'to them alone'}
              </Text>
            </Alert>
          ))}
          {question.answers.length === 0 && (
            <AnswerForm sittingId={sittingId} questionId={question.id} />
          )}
        </Paper>
      ))}
    </Stack>
  );
}

function AnswerForm({ sittingId, questionId }: { sittingId: string; questionId: string }) {
  const router = useRouter();
  const [text, setText] = useState('');
  const [toAll, setToAll] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async () => {
    const sent = await answerQuestion({ sittingId, questionId, toAll, text }).catch(() => null);
    if (sent?.ok) return router.refresh();
    setProblem(sent?.error.message ?? 'The server cannot be reached. Nothing was answered.');
  };
  return (
    <Stack gap="xs" mt="xs">
      <Textarea
        label="Answer"
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {problem && <Alert color="red">{problem}</Alert>}
      <Group>
        <Button size="xs" onClick={() => void send()} disabled={text.trim() === ''}>
          Answer
        </Button>
        <Checkbox
          label="To everybody"
          checked={toAll}
          onChange={(event) => setToAll(event.currentTarget.checked)}
        />
      </Group>
    </Stack>
  );
}

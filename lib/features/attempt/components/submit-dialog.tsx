'use client';

import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { UnreadRule } from '@/lib/exam/format';
import type { UnreadPlace } from '@/lib/kinds/contract';
import { InlineMarkdown } from '@/lib/ui/markdown';

export interface SubmitSummary {
  empty: readonly string[];
  flagged: readonly string[];
  /** Written in two places, and not yet decided between. */
  twofold: readonly string[];
  unsaved: readonly string[];
  /** What the machine cannot read, by the name of its part. */
  unread: readonly { name: string; places: readonly UnreadPlace[] }[];
}

interface SubmitDialogProps {
  opened: boolean;
  onClose: () => void;
  summary: SubmitSummary;
  unreadRule: UnreadRule;
  /** Resolves with a message where the exam could not be submitted. */
  onSubmit: () => Promise<string | null>;
}

/** What one should see before the exam is given out of hand: what is empty, flagged, unsent. */
export function SubmitDialog({
  opened,
  onClose,
  summary,
  unreadRule,
  onSubmit,
}: SubmitDialogProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    setBusy(true);
    const obstacle = await onSubmit();
    setProblem(obstacle);
    // Once it is submitted the page goes on; there is nothing more to press.
    setBusy(obstacle === null);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Submit the exam?" centered>
      <Stack gap="sm">
        <Summary {...summary} />
        {summary.unread.length > 0 && <UnreadParts parts={summary.unread} rule={unreadRule} />}
        <Text size="sm">After submitting nothing can be changed any more.</Text>
        {problem && (
          <Alert color="red" role="alert" title="Not submitted">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={busy}>
            Back to the exam
          </Button>
          <Button onClick={submit} loading={busy} disabled={summary.twofold.length > 0}>
            {summary.unread.length > 0 ? 'Submit as it is' : 'Submit'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What cannot be read, why, and what comes of it. */
function UnreadParts({ parts, rule }: { parts: SubmitSummary['unread']; rule: UnreadRule }) {
  return (
    <Alert color="yellow" title="Cannot be read as it stands">
      <List size="sm" spacing={4}>
        {parts.map(({ name, places }) => (
          <List.Item key={name}>
            {name}
            {places.map(({ what, message }) => (
              <Text key={what} component="div" size="sm">
                <InlineMarkdown>{`${what}: ${message}`}</InlineMarkdown>
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {rule === 'wrong'
          ? 'In this exam it earns nothing. Go back and write it another way.'
          : 'A person would have to read it. Better go back and write it another way.'}
      </Text>
    </Alert>
  );
}

function Summary({ empty, flagged, twofold, unsaved }: Omit<SubmitSummary, 'unread'>) {
  return (
    <>
      <Part
        title={empty.length === 0 ? 'Every part has an answer.' : 'Left empty (scores 0 points):'}
        names={empty}
      />
      {flagged.length > 0 && <Part title="Flagged by you:" names={flagged} />}
      {twofold.length > 0 && (
        <Alert color="yellow" title="Two versions">
          {twofold.join('; ')}. Go back and choose which one counts, then submit.
        </Alert>
      )}
      {unsaved.length > 0 && (
        <Alert color="yellow" title="Not on the server yet">
          {unsaved.join('; ')}. They are sent before the exam is submitted.
        </Alert>
      )}
    </>
  );
}

function Part({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <div>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {names.length > 0 && (
        <List size="sm">
          {names.map((name) => (
            <List.Item key={name}>{name}</List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

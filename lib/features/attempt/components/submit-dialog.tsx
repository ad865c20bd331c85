'use client';

import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { UnreadRule } from '@/lib/exam/format';
import type { UnreadPlace } from '@/lib/kinds/contract';
import { InlineMarkdown } from '@/lib/ui/markdown';
import { isEmptyPart, missingOf } from './room-parts';
import { partName, type RoomAssignment } from './room-types';
import { type PartStates, useParts } from './use-parts';
import type { Unread } from './use-unread';

interface SubmitSummary {
  empty: readonly string[];
  /** Answered in part, with what was left empty, as markdown. */
  partial: readonly { name: string; missing: readonly string[] }[];
  flagged: readonly string[];
  /** Written in two places, and not yet decided between. */
  twofold: readonly string[];
  unsaved: readonly string[];
  /** What the machine cannot read, by the name of its part. */
  unread: readonly { name: string; places: readonly UnreadPlace[] }[];
}

interface ToSubmit {
  assignments: readonly RoomAssignment[];
  /** The ids of the parts that the student flagged. */
  flags: readonly string[];
  unread: Unread;
  unreadRule: UnreadRule;
  onClose: () => void;
  /** Resolves with a message where the exam could not be submitted. */
  onSubmit: () => Promise<string | null>;
}

/** What one should see before the exam is given out of hand: what is empty, flagged, unsent. */
export function SubmitDialog({ opened, ...toSubmit }: ToSubmit & { opened: boolean }) {
  return (
    <Modal opened={opened} onClose={toSubmit.onClose} title="Submit the exam?" centered>
      <Submission {...toSubmit} />
    </Modal>
  );
}

/** Drawn only while it is open, when it follows the answers. */
function Submission({ assignments, flags, unread, unreadRule, onClose, onSubmit }: ToSubmit) {
  const parts = useParts((all) => all);
  const summary = summaryOf(assignments, parts, flags, unread);
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
  );
}

function summaryOf(
  assignments: readonly RoomAssignment[],
  states: PartStates,
  flags: readonly string[],
  unread: Unread,
): SubmitSummary {
  const parts = assignments.flatMap((assignment) =>
    assignment.parts.flatMap((part) => {
      const state = states[part.id];
      return state ? [{ part, state, name: partName(assignment, part) }] : [];
    }),
  );
  const namesWhere = (test: (each: (typeof parts)[number]) => boolean) =>
    parts.filter(test).map(({ name }) => name);
  return {
    empty: namesWhere(({ part, state }) => isEmptyPart(part, state)),
    partial: parts.flatMap(({ part, state, name }) => {
      const missing = missingOf(part, state);
      return missing.length > 0 ? [{ name, missing }] : [];
    }),
    flagged: namesWhere(({ part }) => flags.includes(part.id)),
    twofold: namesWhere(({ state }) => state.state === 'conflict'),
    unsaved: namesWhere(({ state }) => !['saved', 'conflict'].includes(state.state)),
    unread: parts.flatMap(({ part, name }) => {
      const places = unread[part.id];
      return places ? [{ name, places }] : [];
    }),
  };
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
          : 'The machine cannot judge it as it stands. Better go back and write it another way.'}
      </Text>
    </Alert>
  );
}

function Summary({ empty, partial, flagged, twofold, unsaved }: Omit<SubmitSummary, 'unread'>) {
  return (
    <>
      {empty.length === 0 && partial.length === 0 && (
        <Part title="Every part has an answer." names={[]} />
      )}
      {empty.length > 0 && <Part title="Left empty (scores 0 points):" names={empty} />}
      {partial.length > 0 && (
        <Part
          title="Answered only in part:"
          names={partial.map(({ name }) => name)}
          more={partial.map(({ missing }) => `: nothing for ${missing.join(', ')}`)}
        />
      )}
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

function Part({
  title,
  names,
  more = [],
}: {
  title: string;
  names: readonly string[];
  /** What follows each name, as markdown. */
  more?: readonly string[];
}) {
  return (
    <div>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {names.length > 0 && (
        <List size="sm">
          {names.map((name, index) => (
            <List.Item key={name}>
              {name}
              {more[index] !== undefined && <InlineMarkdown>{more[index]}</InlineMarkdown>}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

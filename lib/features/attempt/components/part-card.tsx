'use client';

import { Alert, Button, Collapse, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFlag, IconFlagFilled, IconNote } from '@tabler/icons-react';
import { memo, type ReactNode, useState } from 'react';
import type { Draft, PartState } from '@/lib/features/attempt/answer-state';
import { AnswerSkeleton } from '@/lib/kinds/answer-skeleton';
import { MAX_NOTE_LENGTH } from '@/lib/kinds/note';
import { isKindName } from '@/lib/kinds/registry/names';
import { screens } from '@/lib/kinds/registry/screens';
import { ConflictChoice } from './conflict-choice';
import { formatPoints, type RoomPart } from './room-types';
import { SaveBadge } from './save-badge';
import { WhenInView } from './when-in-view';

/** What a part can do to itself; the same functions at every render, for all parts. */
export interface PartActions {
  onChange: (partId: string, change: Partial<Draft>) => void;
  onFlag: (partId: string) => void;
  onChoose: (partId: string, choice: 'mine' | 'theirs') => void;
}

/**
 * One part on the sheet: prompt, answer, note to the grader, and where the answer is. Drawn anew only
 * when something of the part itself changes, so that a key costs what one part costs.
 */
export const PartCard = memo(function PartCard({
  part,
  title,
  name,
  state,
  flagged,
  loading,
  disabled,
  onChange,
  onFlag,
  onChoose,
}: {
  part: RoomPart;
  title: string;
  /** The title with the assignment, for screen readers. */
  name: string;
  state: PartState;
  flagged: boolean;
  /** It is not known yet what the server has: nothing can be written on top of it. */
  loading: boolean;
  disabled: boolean;
} & PartActions) {
  const locked = disabled || state.state === 'closed';
  return (
    <Paper
      component="section"
      withBorder
      p={{ base: 'sm', sm: 'lg' }}
      aria-label={name}
      id={part.id}
      data-part={part.id}
    >
      <Stack gap="md">
        <Heading {...{ part, title, flagged }} onFlag={() => onFlag(part.id)} />
        {part.prompt}
        {state.state === 'conflict' && (
          <ConflictChoice
            part={part}
            state={state}
            onChoose={(choice) => onChoose(part.id, choice)}
          />
        )}
        {loading && <AnswerSkeleton />}
        {!loading && state.state !== 'conflict' && (
          <Answer {...{ part, name, state, onChange }} disabled={locked} />
        )}
        <Message {...state} />
        <NoteToGrader
          note={state.note}
          readOnly={locked || loading}
          onChange={(note) => onChange(part.id, { note })}
        >
          {!loading && (state.base > 0 || state.state !== 'saved') && (
            <SaveBadge state={state.state} />
          )}
        </NoteToGrader>
      </Stack>
    </Paper>
  );
});

/** The field of the part's kind, drawn once it comes into view. */
function Answer({
  part,
  name,
  state,
  disabled,
  onChange,
}: {
  part: RoomPart;
  name: string;
  state: PartState;
  disabled: boolean;
} & Pick<PartActions, 'onChange'>) {
  if (!isKindName(part.kind)) return null;
  const { Input } = screens[part.kind];
  return (
    <WhenInView>
      <Input
        spec={part.spec}
        value={state.content}
        onChange={(content) => onChange(part.id, { content })}
        seed={part.seed}
        label={name}
        disabled={disabled}
      />
    </WhenInView>
  );
}

function Heading({
  part,
  title,
  flagged,
  onFlag,
}: {
  part: RoomPart;
  title: string;
  flagged: boolean;
  onFlag: () => void;
}) {
  const Flag = flagged ? IconFlagFilled : IconFlag;
  return (
    <Group justify="space-between" wrap="nowrap" align="start">
      <Title order={3} size="h4">
        {title}{' '}
        <Text span c="dimmed" fw={400} size="sm">
          {formatPoints(part.points)}
        </Text>
      </Title>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Flag size={16} aria-hidden="true" />}
        aria-pressed={flagged}
        onClick={onFlag}
      >
        {flagged ? 'Flagged' : 'Flag'}
      </Button>
    </Group>
  );
}

/** What kept the answer from being saved; a conflict speaks for itself. */
function Message({ state, message }: Pick<PartState, 'state' | 'message'>) {
  if (!message || state === 'conflict') return null;
  return (
    <Alert color={state === 'closed' ? 'gray' : 'red'} variant="light">
      {message}
    </Alert>
  );
}

/** The note, which opens and closes; `children` stand beside its button. */
function NoteToGrader({
  note,
  readOnly,
  onChange,
  children,
}: {
  note: string;
  readOnly: boolean;
  onChange: (note: string) => void;
  children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(note !== '');
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconNote size={16} aria-hidden="true" />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen((open) => !open)}
        >
          {note === '' ? 'Note to the grader' : 'Your note to the grader'}
        </Button>
        {children}
      </Group>
      <Collapse expanded={isOpen}>
        <Textarea
          label="Note to the grader"
          data-field="note"
          description="Anything the field above cannot hold. With a note, a person looks at whatever the machine would call wrong."
          value={note}
          onChange={(event) => onChange(event.currentTarget.value)}
          readOnly={readOnly}
          maxLength={MAX_NOTE_LENGTH}
          autosize
          minRows={2}
          maxRows={10}
        />
      </Collapse>
    </>
  );
}

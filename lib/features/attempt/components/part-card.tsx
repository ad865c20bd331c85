'use client';

import { Alert, Button, Collapse, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFlag, IconFlagFilled, IconNote } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Draft } from '@/lib/features/attempt/room/answer-state';
import { Errata } from '@/lib/features/notices/components/errata';
import { AnswerSkeleton } from '@/lib/kinds/answer-skeleton';
import { MAX_NOTE_LENGTH } from '@/lib/kinds/note';
import { isKindName } from '@/lib/kinds/registry/names';
import { screens } from '@/lib/kinds/registry/screens';
import { ConflictChoice } from './conflict-choice';
import { formatPoints, type RoomPart } from './room-types';
import { SaveBadge } from './save-badge';
import { usePart } from './use-parts';
import { WhenInView } from './when-in-view';

/** What a part can do to itself; the same functions at every render, for all parts. */
export interface PartActions {
  onChange: (partId: string, change: Partial<Draft>) => void;
  onFlag: (partId: string) => void;
  onChoose: (partId: string, choice: 'mine' | 'theirs') => void;
}

/**
 * One part on the sheet: prompt, answer, note to the grader, and where the answer is. Each piece asks for
 * what it shows of the answer, so that a key draws only the field and what is read of it.
 */
export function PartCard({
  part,
  title,
  name,
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
  flagged: boolean;
  /** It is not known yet what the server has: nothing can be written on top of it. */
  loading: boolean;
  disabled: boolean;
} & PartActions) {
  const state = usePart(part.id, (own) => own.state);
  const locked = disabled || state === 'closed';
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
        <Errata partId={part.id} />
        {state === 'conflict' && (
          <ConflictChoice part={part} onChoose={(choice) => onChoose(part.id, choice)} />
        )}
        {loading && <AnswerSkeleton />}
        {!loading && state !== 'conflict' && (
          <Answer {...{ part, name, onChange }} disabled={locked} />
        )}
        <Message partId={part.id} />
        <NoteToGrader
          partId={part.id}
          readOnly={locked || loading}
          onChange={(note) => onChange(part.id, { note })}
        >
          {!loading && <PartSaveState partId={part.id} />}
        </NoteToGrader>
      </Stack>
    </Paper>
  );
}

/** The field of the part's kind, drawn once it comes into view. */
function Answer({
  part,
  name,
  disabled,
  onChange,
}: {
  part: RoomPart;
  name: string;
  disabled: boolean;
} & Pick<PartActions, 'onChange'>) {
  const content = usePart(part.id, (own) => own.content);
  if (!isKindName(part.kind)) return null;
  const { Input } = screens[part.kind];
  return (
    <WhenInView>
      <Input
        spec={part.spec}
        value={content}
        onChange={(changed) => onChange(part.id, { content: changed })}
        seed={part.seed}
        label={name}
        disabled={disabled}
      />
    </WhenInView>
  );
}

/** Where the answer is, once there is something to save. */
function PartSaveState({ partId }: { partId: string }) {
  const state = usePart(partId, (own) => own.state);
  const isSaved = usePart(partId, (own) => own.base > 0);
  return isSaved || state !== 'saved' ? <SaveBadge state={state} /> : null;
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
function Message({ partId }: { partId: string }) {
  const state = usePart(partId, (own) => own.state);
  const message = usePart(partId, (own) => own.message);
  if (!message || state === 'conflict') return null;
  return (
    <Alert color={state === 'closed' ? 'gray' : 'red'} variant="light">
      {message}
    </Alert>
  );
}

/** The note, which opens and closes; `children` stand beside its button. */
function NoteToGrader({
  partId,
  readOnly,
  onChange,
  children,
}: {
  partId: string;
  readOnly: boolean;
  onChange: (note: string) => void;
  children: ReactNode;
}) {
  const note = usePart(partId, (own) => own.note);
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

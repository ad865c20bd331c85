'use client';

import { Alert, Button, Collapse, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFlag, IconFlagFilled, IconNote } from '@tabler/icons-react';
import { useState } from 'react';
import type { Draft, PartState } from '@/lib/features/attempt/answer-state';
import { AnswerSkeleton } from '@/lib/kinds/answer-skeleton';
import { MAX_NOTE_LENGTH } from '@/lib/kinds/note';
import { isKindName } from '@/lib/kinds/registry/names';
import { screens } from '@/lib/kinds/registry/screens';
import { ConflictChoice } from './conflict-choice';
import { formatPoints, type RoomPart } from './room-types';
import { SaveBadge } from './save-badge';
import { WhenInView } from './when-in-view';

interface PartCardProps {
  part: RoomPart;
  title: string;
  /** The title with the assignment, for screen readers. */
  name: string;
  state: PartState;
  flagged: boolean;
  /** It is not known yet what the server has: nothing can be written on top of it. */
  loading: boolean;
  disabled: boolean;
  onChange: (change: Partial<Draft>) => void;
  onFlag: () => void;
  onChoose: (choice: 'mine' | 'theirs') => void;
}

/** One part on the sheet: prompt, answer, note to the grader, and where the answer is. */
export function PartCard(props: PartCardProps) {
  const { part, name, state, loading, disabled, onChange, onChoose } = props;
  const Input = isKindName(part.kind) ? screens[part.kind].Input : null;
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
        <CardHead {...props} />
        {part.prompt}
        {state.state === 'conflict' && (
          <ConflictChoice part={part} state={state} onChoose={onChoose} />
        )}
        {loading && <AnswerSkeleton />}
        {Input && !loading && state.state !== 'conflict' && (
          <WhenInView>
            <Input
              spec={part.spec}
              value={state.content}
              onChange={(content) => onChange({ content })}
              seed={part.seed}
              label={name}
              disabled={locked}
            />
          </WhenInView>
        )}
        {state.message && state.state !== 'conflict' && (
          <Alert color={state.state === 'closed' ? 'gray' : 'red'} variant="light">
            {state.message}
          </Alert>
        )}
        <Note state={state} loading={loading} locked={locked} onChange={onChange} />
      </Stack>
    </Paper>
  );
}

function CardHead({ part, title, flagged, onFlag }: PartCardProps) {
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

interface NoteProps extends Pick<PartCardProps, 'state' | 'loading' | 'onChange'> {
  locked: boolean;
}

/** The note to the grader, folded away where there is none; beside its button, where the answer is. */
function Note({ state, loading, locked, onChange }: NoteProps) {
  const [isOpen, setOpen] = useState(state.note !== '');
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconNote size={16} aria-hidden="true" />}
          aria-expanded={isOpen}
          onClick={() => setOpen((open) => !open)}
        >
          {state.note === '' ? 'Note to the grader' : 'Your note to the grader'}
        </Button>
        {!loading && (state.base > 0 || state.state !== 'saved') && (
          <SaveBadge state={state.state} />
        )}
      </Group>
      <Collapse expanded={isOpen}>
        <Textarea
          label="Note to the grader"
          data-field="note"
          description="Anything the field above cannot hold. With a note, a person looks at whatever the machine would call wrong."
          value={state.note}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
          readOnly={locked || loading}
          maxLength={MAX_NOTE_LENGTH}
          autosize
          minRows={2}
          maxRows={10}
        />
      </Collapse>
    </>
  );
}

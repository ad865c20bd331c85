'use client';

import { Button, Group, Text, Title } from '@mantine/core';
import type { PartState } from '@/lib/features/attempt/answer-state';
import { type PartActions, PartCard } from './part-card';
import { formatPoints, partName, partTitle, type RoomAssignment } from './room-types';

interface WaysOnProps {
  /** Of the assignment that is shown. */
  number: number;
  isLast: boolean;
  /** It is not known yet what the server has. */
  loading: boolean;
  onGo: (assignment: number) => void;
  onSubmit: () => void;
}

/** One assignment with its parts, and the ways on from it. */
export function Sheet({
  assignment,
  isLast,
  loading,
  disabled,
  stateOf,
  isFlagged,
  onGo,
  onSubmit,
  ...actions
}: {
  assignment: RoomAssignment;
  disabled: boolean;
  stateOf: (partId: string) => PartState;
  isFlagged: (partId: string) => boolean;
} & PartActions &
  Omit<WaysOnProps, 'number'>) {
  const { number, title, points, prompt, parts } = assignment;
  return (
    <>
      <div>
        <Title order={2} size="h3">
          Assignment {number}: {title}
        </Title>
        <Text size="sm" c="dimmed">
          {formatPoints(points)}
        </Text>
      </div>
      {prompt}
      {parts.map((part) => (
        <PartCard
          key={part.id}
          part={part}
          title={partTitle(assignment, part)}
          name={partName(assignment, part)}
          state={stateOf(part.id)}
          flagged={isFlagged(part.id)}
          loading={loading}
          disabled={disabled}
          {...actions}
        />
      ))}
      <WaysOn {...{ number, isLast, loading, onGo, onSubmit }} />
    </>
  );
}

function WaysOn({ number, isLast, loading, onGo, onSubmit }: WaysOnProps) {
  return (
    <Group justify="space-between">
      <Button variant="default" disabled={number === 1} onClick={() => onGo(number - 1)}>
        Previous assignment
      </Button>
      {isLast ? (
        <Button onClick={onSubmit} disabled={loading}>
          Submit
        </Button>
      ) : (
        <Button variant="default" onClick={() => onGo(number + 1)}>
          Next assignment
        </Button>
      )}
    </Group>
  );
}

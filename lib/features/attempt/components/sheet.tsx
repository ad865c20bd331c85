'use client';

import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RoomSession } from '@/lib/features/attempt/room-session';
import { PartCard } from './part-card';
import { formatPoints, partName, partTitle, type RoomAssignment } from './room-types';
import type { Progress } from './use-progress';

interface SheetProps {
  assignment: RoomAssignment;
  /** How many assignments there are. */
  count: number;
  session: RoomSession;
  progress: Progress;
  /** It is not known yet what the server has. */
  loading: boolean;
  /** The time is over. */
  over: boolean;
  onGo: (assignment: number) => void;
  onSubmit: () => void;
}

/** One assignment with its parts, and the way to its neighbours. */
export function Sheet(props: SheetProps) {
  const { assignment, session, progress, loading, over } = props;
  const { sync } = session;
  return (
    <>
      <div>
        <Title order={2} size="h3">
          Assignment {assignment.number}: {assignment.title}
        </Title>
        <Text size="sm" c="dimmed">
          {formatPoints(assignment.points)}
        </Text>
      </div>
      {assignment.prompt}
      {assignment.parts.map((part) => (
        <PartCard
          key={part.id}
          part={part}
          title={partTitle(assignment, part)}
          name={partName(assignment, part)}
          state={progress.stateOf(part.id)}
          flagged={progress.isFlagged(part.id)}
          loading={loading}
          disabled={over}
          onChange={(change) => void sync.change(part.id, change)}
          onFlag={() => progress.toggleFlag(part.id)}
          onChoose={(choice) => void sync.resolve(part.id, choice)}
        />
      ))}
      <Neighbours {...props} />
    </>
  );
}

function Neighbours({ assignment, count, loading, onGo, onSubmit }: SheetProps): ReactNode {
  const { number } = assignment;
  return (
    <Group justify="space-between">
      <Button variant="default" disabled={number === 1} onClick={() => onGo(number - 1)}>
        Previous assignment
      </Button>
      {number < count ? (
        <Button variant="default" onClick={() => onGo(number + 1)}>
          Next assignment
        </Button>
      ) : (
        <Button onClick={onSubmit} disabled={loading}>
          Submit
        </Button>
      )}
    </Group>
  );
}

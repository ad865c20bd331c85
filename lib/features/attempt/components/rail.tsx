'use client';

import { NavLink, ScrollArea, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDotted,
  IconEyeQuestion,
  IconFlagFilled,
} from '@tabler/icons-react';
import { memo } from 'react';
import { Toolbar } from '@/lib/ui/toolbar';
import classes from './rail.module.css';
import { partName, partTitle, type RoomAssignment } from './room-types';

export type PartProgress = 'empty' | 'started' | 'saved' | 'unread' | 'attention';

const PROGRESS = {
  empty: { icon: IconCircle, words: 'empty' },
  started: { icon: IconCircleDotted, words: 'started, not saved yet' },
  saved: { icon: IconCircleCheck, words: 'saved' },
  unread: { icon: IconEyeQuestion, words: 'cannot be read as it stands' },
  attention: { icon: IconAlertTriangle, words: 'needs your attention' },
} as const;

/** Assignments and parts with their state; the way around the exam. */
export function Rail({
  assignments,
  current,
  progressOf,
  isFlagged,
  onGo,
}: {
  assignments: readonly RoomAssignment[];
  current: number;
  progressOf: (partId: string) => PartProgress;
  isFlagged: (partId: string) => boolean;
  onGo: (assignment: number, partId?: string) => void;
}) {
  return (
    <ScrollArea
      h="100%"
      type="auto"
      scrollbarSize={6}
      offsetScrollbars="y"
      component="nav"
      aria-label="Assignments"
    >
      <Toolbar label="Assignments and parts" orientation="vertical">
        {assignments.map((assignment) => (
          <div key={assignment.number}>
            <NavLink
              component="button"
              py={5}
              label={`${assignment.number}. ${assignment.title}`}
              className={classes.link}
              active={assignment.number === current}
              aria-current={assignment.number === current ? 'page' : undefined}
              onClick={() => onGo(assignment.number)}
            />
            {assignment.parts.map((part) => (
              <PartLink
                key={part.id}
                name={partName(assignment, part)}
                title={partTitle(assignment, part)}
                progress={progressOf(part.id)}
                flagged={isFlagged(part.id)}
                assignment={assignment.number}
                partId={part.id}
                onGo={onGo}
              />
            ))}
          </div>
        ))}
      </Toolbar>
    </ScrollArea>
  );
}

const PartLink = memo(function PartLink({
  assignment,
  partId,
  name,
  title,
  progress,
  flagged,
  onGo,
}: {
  assignment: number;
  partId: string;
  /** The title with the assignment, for screen readers. */
  name: string;
  title: string;
  progress: PartProgress;
  flagged: boolean;
  onGo: (assignment: number, partId: string) => void;
}) {
  const { icon: Icon, words } = PROGRESS[progress];
  return (
    <NavLink
      component="button"
      py={1}
      pl="lg"
      className={classes.link}
      aria-label={`${name}: ${words}${flagged ? ', flagged' : ''}`}
      label={
        <Text span size="sm">
          {title}
        </Text>
      }
      leftSection={<Icon size={16} aria-hidden="true" />}
      rightSection={flagged && <IconFlagFilled size={14} aria-hidden="true" />}
      onClick={() => onGo(assignment, partId)}
    />
  );
});

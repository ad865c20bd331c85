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
import { Toolbar } from '@/lib/ui/toolbar';
import classes from './rail.module.css';
import { progressOf } from './room-parts';
import { partName, partTitle, type RoomAssignment, type RoomPart } from './room-types';
import { usePart } from './use-parts';
import type { Unread } from './use-unread';

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
  flags,
  unread,
  onGo,
}: {
  assignments: readonly RoomAssignment[];
  current: number;
  /** The ids of the parts that the student flagged. */
  flags: readonly string[];
  unread: Unread;
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
                part={part}
                isUnread={unread[part.id] !== undefined}
                flagged={flags.includes(part.id)}
                onGo={() => onGo(assignment.number, part.id)}
              />
            ))}
          </div>
        ))}
      </Toolbar>
    </ScrollArea>
  );
}

function PartLink({
  part,
  name,
  title,
  isUnread,
  flagged,
  onGo,
}: {
  part: RoomPart;
  /** The title with the assignment, for screen readers. */
  name: string;
  title: string;
  isUnread: boolean;
  flagged: boolean;
  onGo: () => void;
}) {
  const progress = usePart(part.id, (state) => progressOf(part, state, isUnread));
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
      onClick={onGo}
    />
  );
}

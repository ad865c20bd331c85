'use client';

import { NavLink, ScrollArea, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDotted,
  IconFlagFilled,
} from '@tabler/icons-react';
import { Toolbar } from '@/lib/ui/toolbar';
import classes from './rail.module.css';
import { partName, partTitle, type RoomAssignment, type RoomPart } from './room-types';
import type { Progress } from './use-progress';

const PROGRESS = {
  empty: { icon: IconCircle, words: 'empty' },
  started: { icon: IconCircleDotted, words: 'started, not saved yet' },
  saved: { icon: IconCircleCheck, words: 'saved' },
  attention: { icon: IconAlertTriangle, words: 'needs your attention' },
} as const;

interface RailProps {
  assignments: readonly RoomAssignment[];
  current: number;
  progress: Progress;
  onGo: (assignment: number, partId?: string) => void;
}

/** Assignments and parts with their state; the way around the exam. */
export function Rail({ assignments, current, progress, onGo }: RailProps) {
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
                assignment={assignment}
                part={part}
                progress={progress}
                onClick={() => onGo(assignment.number, part.id)}
              />
            ))}
          </div>
        ))}
      </Toolbar>
    </ScrollArea>
  );
}

interface PartLinkProps {
  assignment: RoomAssignment;
  part: RoomPart;
  progress: Progress;
  onClick: () => void;
}

function PartLink({ assignment, part, progress, onClick }: PartLinkProps) {
  const { icon: Icon, words } = PROGRESS[progress.progressOf(part.id)];
  const flagged = progress.isFlagged(part.id);
  return (
    <NavLink
      component="button"
      py={1}
      pl="lg"
      className={classes.link}
      aria-label={`${partName(assignment, part)}: ${words}${flagged ? ', flagged' : ''}`}
      label={
        <Text span size="sm">
          {partTitle(assignment, part)}
        </Text>
      }
      leftSection={<Icon size={16} aria-hidden="true" />}
      rightSection={flagged && <IconFlagFilled size={14} aria-hidden="true" />}
      onClick={onClick}
    />
  );
}

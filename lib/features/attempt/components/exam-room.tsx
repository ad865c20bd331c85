'use client';

import { AppShell, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { PartState } from '@/lib/features/attempt/answer-state';
import { SkipLink } from '@/lib/ui/skip-link';
import { Rail } from './rail';
import { RoomBar } from './room-bar';
import { RoomNotice } from './room-notice';
import type { RoomAssignment } from './room-types';
import { worstState } from './save-badge';
import { Sheet } from './sheet';
import { SubmitDialog } from './submit-dialog';
import { problemInWords } from './submit-problem';
import { useOnwards } from './use-onwards';
import { useProgress } from './use-progress';
import { useRemainingTime } from './use-remaining-time';
import { useRoom } from './use-room';

export interface ExamRoomProps {
  attemptId: string;
  title: string;
  assignments: readonly RoomAssignment[];
  /** As the page knew it, which may come from a cache. */
  initial: Readonly<Record<string, PartState>>;
}

/** The three zones: the bar, the rail, the sheet. Nothing else, and nothing moves while one writes. */
export function ExamRoom({ attemptId, title, assignments, initial }: ExamRoomProps) {
  const { session, view, parts } = useRoom(attemptId, initial);
  const remaining = useRemainingTime(view.server);
  const over = remaining !== null && remaining <= 0;
  const loading = view.server === null;
  const [current, setCurrent] = useState(1);
  const [railOpen, rail] = useDisclosure(false);
  const [submitOpen, submitDialog] = useDisclosure(false);
  const progress = useProgress(attemptId, assignments, parts);
  useOnwards(attemptId, session, view, over);

  const assignment = assignments.find(({ number }) => number === current) ?? assignments[0];
  if (!assignment) return null;
  const go = (number: number, partId?: string) => {
    setCurrent(number);
    rail.close();
    scrollOnceDrawn(partId);
  };
  const bar = {
    title,
    state: loading ? null : worstState(Object.values(parts)),
    remaining,
    railOpen,
    onRail: rail.toggle,
    onSubmit: submitDialog.open,
  };
  const sheet = { assignment, session, progress, loading, over, onGo: go };
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 264, breakpoint: 'md', collapsed: { mobile: !railOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <SkipLink to="sheet">Skip to the answers</SkipLink>
      <AppShell.Header px="md">
        <RoomBar {...bar} />
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <Rail assignments={assignments} current={assignment.number} progress={progress} onGo={go} />
      </AppShell.Navbar>
      <AppShell.Main id="sheet" style={{ outline: 'none' }}>
        <Stack gap="lg" maw={860} mx="auto" pb={80}>
          <RoomNotice view={view} over={over} parts={parts} nameOf={progress.nameOf} />
          <Sheet {...sheet} count={assignments.length} onSubmit={submitDialog.open} />
        </Stack>
      </AppShell.Main>
      <SubmitDialog
        opened={submitOpen}
        onClose={submitDialog.close}
        summary={progress.summary()}
        onSubmit={async () => {
          const problem = await session.submit();
          return problem && problemInWords(problem, progress.nameOf);
        }}
      />
    </AppShell>
  );
}

/** To a part, or else to the top, once the assignment is drawn. */
function scrollOnceDrawn(partId: string | undefined): void {
  requestAnimationFrame(() => {
    const target = partId ? document.getElementById(partId) : null;
    if (target) target.scrollIntoView({ block: 'start' });
    else window.scrollTo({ top: 0 });
  });
}

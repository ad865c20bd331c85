'use client';

import { AppShell, Stack } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { UnreadRule } from '@/lib/exam/format';
import type { PartState } from '@/lib/features/attempt/answer-state';
import type { RoomSession, RoomView } from '@/lib/features/attempt/room-session';
import { SkipLink } from '@/lib/ui/skip-link';
import type { PartActions } from './part-card';
import { Rail } from './rail';
import { RoomBar } from './room-bar';
import { RoomNotice } from './room-notice';
import { type RoomParts, roomParts } from './room-parts';
import type { RoomAssignment } from './room-types';
import { worstState } from './save-badge';
import { Sheet } from './sheet';
import { SubmitDialog, type SubmitSummary } from './submit-dialog';
import { problemInWords } from './submit-problem';
import { useRemainingTime } from './use-remaining-time';
import { useRoom } from './use-room';
import { type Unread, useUnread } from './use-unread';

export interface ExamRoomProps {
  attemptId: string;
  title: string;
  assignments: readonly RoomAssignment[];
  unreadRule: UnreadRule;
  /** As the page knew it, which may come from a cache. */
  initial: Readonly<Record<string, PartState>>;
}

/** The three zones: the bar, the rail, the sheet. Nothing else, and nothing moves while one writes. */
export function ExamRoom({ attemptId, title, assignments, unreadRule, initial }: ExamRoomProps) {
  const { session, view, parts } = useRoom(attemptId, initial);
  const remaining = useRemainingTime(view.server);
  const over = remaining !== null && remaining <= 0;
  const loading = view.server === null;
  const { current, go, railOpen, rail } = useWay();
  const [submitOpen, submitDialog] = useDisclosure(false);
  const unread = useUnread(assignments, parts);
  const { isFlagged, toggleFlag } = useFlags(attemptId);
  useOnwards(attemptId, session, view, over);
  const actions = usePartActions(session, toggleFlag);

  const assignment = assignments.find(({ number }) => number === current) ?? assignments[0];
  if (!assignment) return null;
  const room = roomParts(assignments, parts, unread);

  return (
    <Zones
      railOpen={railOpen}
      bar={
        <RoomBar
          title={title}
          state={loading ? null : worstState(Object.values(parts))}
          remaining={remaining}
          railOpen={railOpen}
          onRail={rail.toggle}
          onSubmit={submitDialog.open}
        />
      }
      rail={
        <Rail
          {...{ assignments, isFlagged, progressOf: room.progressOf }}
          current={assignment.number}
          onGo={go}
        />
      }
    >
      <RoomNotice view={view} over={over} parts={parts} nameOf={room.nameOf} />
      <Sheet
        {...{ assignment, loading, disabled: over, isFlagged }}
        stateOf={room.stateOf}
        isLast={assignment.number >= assignments.length}
        {...actions}
        onGo={go}
        onSubmit={submitDialog.open}
      />
      <SubmitDialog
        opened={submitOpen}
        onClose={submitDialog.close}
        summary={summaryOf(room, isFlagged, unread)}
        unreadRule={unreadRule}
        onSubmit={async () => {
          const problem = await session.submit();
          return problem && problemInWords(problem, room.nameOf);
        }}
      />
    </Zones>
  );
}

function Zones({
  bar,
  rail,
  railOpen,
  children,
}: {
  bar: ReactNode;
  rail: ReactNode;
  /** On a phone, where it lies over the sheet. */
  railOpen: boolean;
  children: ReactNode;
}) {
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 264, breakpoint: 'md', collapsed: { mobile: !railOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <SkipLink to="sheet">Skip to the answers</SkipLink>
      <AppShell.Header px="md">{bar}</AppShell.Header>
      <AppShell.Navbar p="xs">{rail}</AppShell.Navbar>
      <AppShell.Main id="sheet" style={{ outline: 'none' }}>
        <Stack gap="lg" maw={860} mx="auto" pb={80}>
          {children}
        </Stack>
      </AppShell.Main>
    </AppShell>
  );
}

function summaryOf(
  { stateOf, isEmpty, nameOf, idsWhere, namesWhere }: RoomParts,
  isFlagged: (partId: string) => boolean,
  unread: Unread,
): SubmitSummary {
  return {
    empty: namesWhere(isEmpty),
    flagged: namesWhere(isFlagged),
    twofold: namesWhere((partId) => stateOf(partId).state === 'conflict'),
    unsaved: namesWhere((partId) => !['saved', 'conflict'].includes(stateOf(partId).state)),
    unread: idsWhere((partId) => unread[partId] !== undefined).map((partId) => ({
      name: nameOf(partId),
      places: unread[partId] ?? [],
    })),
  };
}

/** The same functions at every render, so that only the part that changes is drawn anew. */
function usePartActions({ sync }: RoomSession, onFlag: (partId: string) => void): PartActions {
  return useMemo(
    () => ({
      onFlag,
      onChange: (partId, change) => void sync.change(partId, change),
      onChoose: (partId, choice) => void sync.resolve(partId, choice),
    }),
    [sync, onFlag],
  );
}

/** Which assignment is shown, and how one gets to another or to one of its parts. */
function useWay() {
  const [current, setCurrent] = useState(1);
  const [railOpen, rail] = useDisclosure(false);
  const { close } = rail;
  const go = useCallback(
    (number: number, partId?: string) => {
      setCurrent(number);
      close();
      requestAnimationFrame(() => {
        const target = partId ? document.getElementById(partId) : null;
        if (target) target.scrollIntoView({ block: 'start' });
        else window.scrollTo({ top: 0 });
      });
    },
    [close],
  );
  return { current, go, railOpen, rail };
}

/** The parts that the student wants to come back to; this browser remembers them. */
function useFlags(attemptId: string) {
  const [flags, setFlags] = useLocalStorage<string[]>({
    key: `nabla.flags.${attemptId}`,
    defaultValue: [],
  });
  const isFlagged = (partId: string) => flags.includes(partId);
  const toggleFlag = useCallback(
    (partId: string) =>
      setFlags((all) =>
        all.includes(partId) ? all.filter((id) => id !== partId) : [...all, partId],
      ),
    [setFlags],
  );
  return { isFlagged, toggleFlag };
}

/** As long as the time is over and the exam not known to be submitted. */
const FINISH_MS = 3000;

/** A submitted attempt leads to its result; one whose time is over is finished. */
function useOnwards(
  attemptId: string,
  session: RoomSession,
  { server }: RoomView,
  over: boolean,
): void {
  const router = useRouter();
  const isSubmitted = server?.state === 'submitted';
  useEffect(() => {
    // In the place of the room: whoever goes back gets to what was before it.
    if (isSubmitted) router.replace(`/attempts/${attemptId}/result`);
  }, [attemptId, isSubmitted, router]);

  const isFinishing = over && !isSubmitted;
  useEffect(() => {
    if (!isFinishing) return;
    const finish = () => void session.finish();
    finish();
    const timer = setInterval(finish, FINISH_MS);
    return () => clearInterval(timer);
  }, [isFinishing, session]);
}

'use client';

import { AppShell, Stack } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import {
  type ComponentProps,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { UnreadRule } from '@/lib/exam/format';
import type { RoomSession, RoomView } from '@/lib/features/attempt/room/room-session';
import { Messages } from '@/lib/features/notices/components/messages';
import { NoticesProvider, useNotices } from '@/lib/features/notices/components/use-notices';
import { SkipLink } from '@/lib/ui/skip-link';
import type { PartActions } from './part-card';
import { Rail } from './rail';
import { RoomBar } from './room-bar';
import { RoomNotice } from './room-notice';
import { namesOf } from './room-parts';
import type { RoomAssignment } from './room-types';
import { Sheet } from './sheet';
import { SubmitDialog } from './submit-dialog';
import { problemInWords } from './submit-problem';
import { AnswersProvider, type PartStates } from './use-parts';
import { useIsOver } from './use-remaining-time';
import { useRoom } from './use-room';
import { useUnread } from './use-unread';

export interface ExamRoomProps {
  attemptId: string;
  title: string;
  assignments: readonly RoomAssignment[];
  unreadRule: UnreadRule;
  /** As the page knew it, which may come from a cache. */
  initial: PartStates;
}

/**
 * The three zones: the bar, the rail, the sheet. Nothing else, and nothing moves while one writes. What
 * shows an answer asks for it itself, so that a key does not draw all of them anew.
 */
export function ExamRoom({ attemptId, title, assignments, unreadRule, initial }: ExamRoomProps) {
  const { session, view } = useRoom(attemptId, initial);
  const { sync } = session;
  const over = useIsOver(view.server);
  const loading = view.server === null;
  const { current, go, railOpen, rail } = useWay();
  const [submitOpen, submitDialog] = useDisclosure(false);
  const unread = useUnread(assignments, sync);
  const { flags, toggleFlag } = useFlags(attemptId);
  useOnwards(attemptId, session, view, over);
  const actions = usePartActions(session, toggleFlag);
  const answers = useMemo(() => ({ sync, initial }), [sync, initial]);

  const assignment = assignments.find(({ number }) => number === current) ?? assignments[0];
  if (!assignment) return null;
  const nameOf = namesOf(assignments);
  const parts = assignments.flatMap((each) => each.parts.map(({ id }) => id));

  return (
    <RoomContexts answers={answers} attemptId={attemptId} session={session}>
      <Zones
        railOpen={railOpen}
        bar={
          <RoomBar
            title={title}
            server={view.server}
            railOpen={railOpen}
            onRail={rail.toggle}
            onSubmit={submitDialog.open}
          >
            <Messages nameOf={nameOf} parts={parts} />
          </RoomBar>
        }
        rail={<Rail {...{ assignments, flags, unread }} current={assignment.number} onGo={go} />}
      >
        <RoomNotice view={view} over={over} nameOf={nameOf} />
        <Sheet
          {...{ assignment, loading, disabled: over, flags }}
          isLast={assignment.number >= assignments.length}
          {...actions}
          onGo={go}
          onSubmit={submitDialog.open}
        />
        <SubmitDialog
          opened={submitOpen}
          onClose={submitDialog.close}
          {...{ assignments, flags, unread, unreadRule }}
          onSubmit={async () => {
            const problem = await session.submit();
            return problem && problemInWords(problem, nameOf);
          }}
        />
      </Zones>
    </RoomContexts>
  );
}

/** What the pieces of the room ask for themselves: the answers, and what staff say. */
function RoomContexts({
  answers,
  attemptId,
  session,
  children,
}: {
  answers: ComponentProps<typeof AnswersProvider>['value'];
  attemptId: string;
  session: RoomSession;
  children: ReactNode;
}) {
  const notices = useNotices(attemptId, (time) => void session.resync(time));
  return (
    <AnswersProvider value={answers}>
      <NoticesProvider value={notices}>{children}</NoticesProvider>
    </AnswersProvider>
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
  const toggleFlag = useCallback(
    (partId: string) =>
      setFlags((all) =>
        all.includes(partId) ? all.filter((id) => id !== partId) : [...all, partId],
      ),
    [setFlags],
  );
  return { flags, toggleFlag };
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

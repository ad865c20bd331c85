'use client';

import { AppShell, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { PartState } from '@/lib/features/attempt/answer-state';
import type { RoomSession, RoomView } from '@/lib/features/attempt/room-session';
import { answers } from '@/lib/kinds/registry/answers';
import { isKindName } from '@/lib/kinds/registry/names';
import { SkipLink } from '@/lib/ui/skip-link';
import { PartCard } from './part-card';
import { type PartProgress, Rail } from './rail';
import { RoomBar } from './room-bar';
import { RoomNotice } from './room-notice';
import { formatPoints, partName, partTitle, type RoomAssignment } from './room-types';
import { worstState } from './save-badge';
import { SubmitDialog } from './submit-dialog';
import { problemInWords } from './submit-problem';
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
  const { sync } = session;
  const remaining = useRemainingTime(view.known);
  const over = remaining !== null && remaining <= 0;
  const loading = view.known === null;
  const [current, setCurrent] = useState(1);
  const [railOpen, rail] = useDisclosure(false);
  const [submitOpen, submitDialog] = useDisclosure(false);
  const [flags, setFlags] = useLocalStorage<string[]>({
    key: `nabla.flags.${attemptId}`,
    defaultValue: [],
  });

  useOnwards(attemptId, session, view, over);

  const assignment = assignments.find(({ number }) => number === current) ?? assignments[0];
  if (!assignment) return null;

  const stateOf = (partId: string): PartState => {
    const state = parts[partId];
    if (!state) throw new Error(`no state for part ${partId}`);
    return state;
  };
  const named = assignments.flatMap((each) =>
    each.parts.map((part) => ({ part, name: partName(each, part) })),
  );
  const nameOf = (partId: string) => named.find(({ part }) => part.id === partId)?.name ?? partId;
  const namesWhere = (test: (partId: string, kind: string) => boolean) =>
    named.filter(({ part }) => test(part.id, part.kind)).map(({ name }) => name);
  const isEmpty = (partId: string, kind: string) => {
    const { content, note } = stateOf(partId);
    const read = isKindName(kind) ? answers[kind].answer(content) : null;
    return note.trim() === '' && read?.ok === true && read.value.empty;
  };
  const progressOf = (partId: string): PartProgress => {
    const { state } = stateOf(partId);
    if (state === 'conflict' || state === 'refused') return 'attention';
    const kind = named.find(({ part }) => part.id === partId)?.part.kind ?? '';
    if (isEmpty(partId, kind)) return 'empty';
    return state === 'saved' ? 'saved' : 'started';
  };
  const go = (number: number, partId?: string) => {
    setCurrent(number);
    rail.close();
    requestAnimationFrame(() => {
      const target = partId ? document.getElementById(partId) : null;
      if (target) target.scrollIntoView({ block: 'start' });
      else window.scrollTo({ top: 0 });
    });
  };
  const toggleFlag = (partId: string) =>
    setFlags((all) =>
      all.includes(partId) ? all.filter((id) => id !== partId) : [...all, partId],
    );

  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 264, breakpoint: 'md', collapsed: { mobile: !railOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <SkipLink to="sheet">Skip to the answers</SkipLink>
      <AppShell.Header px="md">
        <RoomBar
          title={title}
          state={loading ? null : worstState(Object.values(parts))}
          remaining={remaining}
          railOpen={railOpen}
          onRail={rail.toggle}
          onSubmit={submitDialog.open}
        />
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <Rail
          assignments={assignments}
          current={assignment.number}
          progressOf={progressOf}
          isFlagged={(partId) => flags.includes(partId)}
          onGo={go}
        />
      </AppShell.Navbar>
      <AppShell.Main id="sheet" style={{ outline: 'none' }}>
        <Stack gap="lg" maw={860} mx="auto" pb={80}>
          <RoomNotice view={view} over={over} parts={parts} nameOf={nameOf} />
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
              state={stateOf(part.id)}
              flagged={flags.includes(part.id)}
              loading={loading}
              disabled={over}
              onChange={(change) => void sync.change(part.id, change)}
              onFlag={() => toggleFlag(part.id)}
              onChoose={(choice) => void sync.resolve(part.id, choice)}
            />
          ))}
          <Group justify="space-between">
            <Button
              variant="default"
              disabled={assignment.number === 1}
              onClick={() => go(assignment.number - 1)}
            >
              Previous assignment
            </Button>
            {assignment.number < assignments.length ? (
              <Button variant="default" onClick={() => go(assignment.number + 1)}>
                Next assignment
              </Button>
            ) : (
              <Button onClick={submitDialog.open} disabled={loading}>
                Submit
              </Button>
            )}
          </Group>
        </Stack>
      </AppShell.Main>
      <SubmitDialog
        opened={submitOpen}
        onClose={submitDialog.close}
        summary={{
          empty: namesWhere(isEmpty),
          flagged: namesWhere((partId) => flags.includes(partId)),
          twofold: namesWhere((partId) => stateOf(partId).state === 'conflict'),
          unsaved: namesWhere((partId) => !['saved', 'conflict'].includes(stateOf(partId).state)),
        }}
        onSubmit={async () => {
          const problem = await session.submit();
          return problem && problemInWords(problem, nameOf);
        }}
      />
    </AppShell>
  );
}

/** As long as the time is over and the exam not known to be submitted. */
const FINISH_MS = 3000;

/** A submitted attempt leads to its result; one whose time is over is finished. */
function useOnwards(
  attemptId: string,
  session: RoomSession,
  { known }: RoomView,
  over: boolean,
): void {
  const router = useRouter();
  const isSubmitted = known?.state === 'submitted';
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

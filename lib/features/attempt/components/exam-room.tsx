'use client';

import {
  Alert,
  AppShell,
  Burger,
  Button,
  Group,
  Stack,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isKindName } from '@/lib/kinds/registry/names';
import { schemas } from '@/lib/kinds/registry/schemas';
import { Mark } from '@/lib/ui/logo';
import type { PartState } from '../answer-sync';
import { fetchTime, submitAttempt } from '../save-client';
import { Countdown } from './countdown';
import { PartCard } from './part-card';
import { type PartProgress, Rail } from './rail';
import { formatPoints, partName, partTitle, type RoomAssignment } from './room-types';
import { SaveBadge, worstState } from './save-badge';
import { SubmitDialog } from './submit-dialog';
import { useAnswerSync } from './use-answer-sync';
import { type ServerTime, useRemainingTime } from './use-remaining-time';

export interface ExamRoomProps {
  attemptId: string;
  title: string;
  assignments: readonly RoomAssignment[];
  initial: Readonly<Record<string, PartState>>;
  time: ServerTime;
}

/** The three zones: the bar, the rail, the sheet. Nothing else, and nothing moves while one writes. */
export function ExamRoom({ attemptId, title, assignments, initial, time }: ExamRoomProps) {
  const router = useRouter();
  const { sync, parts } = useAnswerSync(attemptId, initial);
  const refreshTime = useCallback(() => fetchTime(attemptId), [attemptId]);
  const remaining = useRemainingTime(time, refreshTime);
  const over = remaining <= 0;
  const [current, setCurrent] = useState(1);
  const [railOpen, rail] = useDisclosure(false);
  const [submitOpen, submitDialog] = useDisclosure(false);
  const [flags, setFlags] = useLocalStorage<string[]>({
    key: `nabla.flags.${attemptId}`,
    defaultValue: [],
  });

  const submit = useCallback(async (): Promise<string | null> => {
    if (!(await sync.flush())) {
      return 'Some answers have not reached the server. They are kept on this device; check the connection and try again.';
    }
    const problem = await submitAttempt(attemptId);
    if (problem === null) router.push(`/attempts/${attemptId}/result`);
    return problem;
  }, [attemptId, router, sync]);

  const handedIn = useRef(false);
  useEffect(() => {
    if (!over || handedIn.current) return;
    handedIn.current = true;
    // The server submits overdue attempts by itself; this only sends what is on its way.
    void sync.flush().then(() => submit());
  }, [over, submit, sync]);

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
  const namesWhere = (test: (partId: string, kind: string) => boolean) =>
    named.filter(({ part }) => test(part.id, part.kind)).map(({ name }) => name);
  const isEmpty = (partId: string, kind: string) => {
    const { content, note } = stateOf(partId);
    const read = isKindName(kind) ? schemas[kind].answer(content) : null;
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
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
            <Burger
              opened={railOpen}
              onClick={rail.toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={
                railOpen ? 'Close the list of assignments' : 'Open the list of assignments'
              }
            />
            <Text
              component="span"
              visibleFrom="sm"
              c="var(--mantine-primary-color-light-color)"
              lh={0}
            >
              <Mark />
            </Text>
            <VisuallyHidden component="h1">{title}</VisuallyHidden>
            <Text fw={600} truncate visibleFrom="sm" size="md" aria-hidden="true">
              {title}
            </Text>
          </Group>
          <Group gap="md" wrap="nowrap">
            <SaveBadge state={worstState(Object.values(parts))} short />
            <Countdown remaining={remaining} />
            <Button size="sm" onClick={submitDialog.open}>
              Submit
            </Button>
          </Group>
        </Group>
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
      <AppShell.Main>
        <Stack gap="lg" maw={860} mx="auto" pb={80}>
          {over && (
            <Alert color="yellow" role="alert" title="The time is over">
              What you wrote is being sent and the exam is submitted. You need to do nothing.
            </Alert>
          )}
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
              <Button onClick={submitDialog.open}>Submit</Button>
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
          unsaved: namesWhere((partId) => stateOf(partId).state !== 'saved'),
        }}
        onSubmit={submit}
      />
    </AppShell>
  );
}

import { randomUUID } from 'node:crypto';
import { Alert, List, ListItem, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { DeviceCheck } from '@/lib/features/attempt/components/lobby/device-check';
import { PractiseParts } from '@/lib/features/attempt/components/lobby/practise-parts';
import { StartForm } from '@/lib/features/attempt/components/lobby/start-form';
import { WaitingRoom } from '@/lib/features/attempt/components/lobby/waiting-room';
import { lobby } from '@/lib/features/attempt/data';
import { ownSitting } from '@/lib/features/attempt/policy';
import { partProgress } from '@/lib/features/attempt/progress-data';
import { Account } from '@/lib/features/people/components/account';
import { allowed, signedIn } from '@/lib/features/people/require';
import { answers } from '@/lib/kinds/registry/answers';
import { authoring } from '@/lib/kinds/registry/authoring';
import { isKindName } from '@/lib/kinds/registry/names';
import { tryOuts } from '@/lib/kinds/registry/try-outs';
import { FreshPage } from '@/lib/ui/fresh-page';
import { Markdown } from '@/lib/ui/markdown';
import { PageShell } from '@/lib/ui/page-shell';
import { Time } from '@/lib/ui/time';

export const metadata: Metadata = { title: 'Before the exam' };

export default async function LobbyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/sittings/${id}`);
  const sitting = allowed(await ownSitting(person, id));
  const room = await lobby(sitting);
  return (
    <PageShell account={<Account name={person.name} />}>
      <FreshPage stamp={randomUUID()} />
      <Stack gap="xl">
        <div>
          <Title order={1} size="h2">
            {room.title}
          </Title>
          <Text c="dimmed">{room.courseTitle}</Text>
        </div>
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
          <Fact label="Time" value={`${room.minutes} minutes`} />
          <Fact label="Points" value={String(room.points)} />
          <Fact label="Assignments" value={`${room.assignments}, ${room.parts} parts`} />
          <Fact
            label="Closes"
            value={<Time iso={room.closesAt.toISOString()} zone={room.timeZone} />}
          />
        </SimpleGrid>
        <Rules room={room} />
        <Begin room={room} />
        {mayPractise(room) && (
          <PractiseParts sittingId={room.id} parts={await partProgress(sitting)} />
        )}
        <DeviceCheck examples={examples(room.kinds)} />
      </Stack>
    </PageShell>
  );
}

/** Single parts are for practice without a code, while nothing else is begun. */
function mayPractise(room: Room): boolean {
  return room.mode === 'PRACTICE' && !room.needsAccessCode && mayStart(room);
}

/** Whether pressing the button now starts a clock. */
function mayStart({ window, isHeld, attempts }: Room): boolean {
  const isRunning = attempts.some(({ submittedAt }) => submittedAt === null);
  return window === 'open' && !isHeld && !isRunning;
}

type Room = Awaited<ReturnType<typeof lobby>>;

function Rules({ room }: { room: Room }) {
  return (
    <section aria-labelledby="rules">
      <Title order={2} size="h4" id="rules" mb="xs">
        Rules
      </Title>
      <Markdown authored>{room.rules}</Markdown>
      <List size="sm" mt="sm" spacing={4}>
        <ListItem>
          The clock runs on the server from the moment you start.
          {mayStart(room) && (
            <>
              {' '}
              If you start now, the exam is due{' '}
              <Time iso={room.dueIfStartedNow.toISOString()} zone={room.timeZone} />.
            </>
          )}
        </ListItem>
        <ListItem>
          If the connection drops, go on writing: answers are kept on this device and sent when it
          is back.
        </ListItem>
        <ListItem>When the time is over, what you have is submitted for you.</ListItem>
        <ListItem>
          {room.unreadRule === 'wrong'
            ? 'What the machine cannot read earns nothing. Each field says while you write whether it is read.'
            : room.mode === 'EXAM'
              ? 'What the machine cannot read is read by a person. Each field says while you write whether it is read.'
              : 'What the machine cannot read earns nothing here, as nobody corrects practice. Each field says while you write whether it is read.'}
        </ListItem>
        {room.withheld && (
          <ListItem>
            An exam with these questions is open or announced: verdicts and solutions of your
            practice are shown once it is over.
          </ListItem>
        )}
      </List>
    </section>
  );
}

/** The button that begins, or why one cannot begin now. */
function Begin({ room }: { room: Room }) {
  const isRunning = room.attempts.some(({ submittedAt }) => submittedAt === null);
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="begin">
      <Title order={2} size="h4" id="begin" mb="sm">
        {isRunning ? 'You have started' : 'Ready?'}
      </Title>
      {room.isHeld && room.window !== 'over' && !isRunning ? (
        <WaitingRoom sittingId={room.id} needsAccessCode={room.needsAccessCode} />
      ) : room.window === 'open' || isRunning ? (
        <StartForm
          sittingId={room.id}
          needsAccessCode={room.needsAccessCode && !isRunning}
          running={isRunning}
          practice={room.mode === 'PRACTICE'}
        />
      ) : (
        <Alert color="gray">
          {room.window === 'early' ? (
            <>
              The exam opens <Time iso={room.opensAt.toISOString()} zone={room.timeZone} />. Come
              back then; meanwhile you can try the kinds of answers below.
            </>
          ) : (
            'The exam is closed.'
          )}
        </Alert>
      )}
    </Paper>
  );
}

/** The try-outs with their public specs: a key, even a toy one, stays here. */
function examples(kinds: readonly string[]) {
  return kinds.filter(isKindName).flatMap((kind) => {
    const { prompt, part } = tryOuts[kind];
    const split = authoring[kind].author(part);
    if (!split.ok) return [];
    const { title } = answers[kind];
    return [
      { kind, title, spec: split.value.spec, prompt: <Markdown authored>{prompt}</Markdown> },
    ];
  });
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  return (
    <Paper withBorder p="sm">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" fw={500} component="div">
        {value}
      </Text>
    </Paper>
  );
}

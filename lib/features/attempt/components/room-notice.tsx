'use client';

import { Alert, Anchor } from '@mantine/core';
import type { SaveState } from '@/lib/features/attempt/room/answer-state';
import type { Problem, RoomView } from '@/lib/features/attempt/room/room-session';
import { type PartStates, useParts } from './use-parts';

interface Notice {
  title: string;
  text: string;
}

const KEPT = 'What you wrote is kept on this device';
const NO_ANSWER: Record<Exclude<Problem['kind'], 'refused'>, { title: string; until: string }> = {
  offline: { title: 'No connection', until: 'the connection is back' },
  failing: { title: 'The server has a problem', until: 'it is over' },
};

/** Before the end nothing is said of single parts. */
const NO_PARTS: PartStates = {};

/** What is true of the whole room, and what to do; nothing where all is well. */
export function RoomNotice({
  view,
  over,
  nameOf,
}: {
  view: RoomView;
  over: boolean;
  nameOf: (partId: string) => string;
}) {
  const parts = useParts((all) => (over ? all : NO_PARTS));
  const notice = noticeOf(view, over, parts, nameOf);
  if (!notice) return null;
  return (
    <Alert color="yellow" role="alert" title={notice.title}>
      {notice.text}
      {view.problem?.kind === 'refused' && (
        <>
          {' '}
          <Anchor href="/sign-in" target="_blank" size="sm">
            Sign in
          </Anchor>
        </>
      )}
    </Alert>
  );
}

function noticeOf(
  { server, problem }: RoomView,
  over: boolean,
  parts: PartStates,
  nameOf: (partId: string) => string,
): Notice | null {
  const namesOf = (states: readonly SaveState[]) =>
    Object.keys(parts)
      .filter((partId) => states.includes(parts[partId]?.state ?? 'saved'))
      .map(nameOf)
      .join('; ');
  if (over) return afterTheEnd(problem, namesOf);
  if (problem?.kind === 'refused') return { title: 'You are not signed in', text: problem.message };
  if (server || !problem) return null;
  const { title, until } = NO_ANSWER[problem.kind];
  return {
    title,
    text: `It is not known yet what the server has of your answers, so nothing can be written here until ${until}. ${KEPT}. This page tries again by itself.`,
  };
}

function afterTheEnd(
  problem: Problem | null,
  namesOf: (states: readonly SaveState[]) => string,
): Notice {
  const unsent = namesOf(['saving', 'offline', 'failing', 'refused']);
  if (problem?.kind === 'refused') {
    return { title: 'The time is over, and you are not signed in', text: problem.message };
  }
  // One request may come through where another did not.
  const kind = problem?.kind ?? (['offline', 'failing'] as const).find((state) => namesOf([state]));
  if (kind) {
    const { until } = NO_ANSWER[kind];
    const text =
      unsent === ''
        ? `Everything you wrote is on the server, which submits the exam by itself. This page goes on when ${until}.`
        : `${KEPT} (${unsent}) and is sent as soon as ${until}: leave this page open. It then arrives late: the staff can see it, but it is not graded by itself. What was saved before is submitted by the server.`;
    const what = kind === 'offline' ? 'there is no connection' : 'the server has a problem';
    return { title: `The time is over, and ${what}`, text };
  }
  const conflicts = namesOf(['conflict']);
  const text =
    conflicts === ''
      ? 'What you wrote is being sent and the exam is submitted. You need to do nothing; this page goes on by itself.'
      : `The exam is submitted. Of two versions (${conflicts}) the one that was saved first counts; the staff can see the other one.`;
  return { title: 'The time is over', text };
}

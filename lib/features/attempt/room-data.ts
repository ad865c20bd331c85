import 'server-only';
import { askedAssignments, pointsOf } from '@/lib/exam/asked-parts';
import type { JsonValue } from '@/lib/exam/check';
import type { UnreadRule } from '@/lib/exam/format';
import type { SittingMode } from '@/lib/exam/release';
import { picturesOf } from '@/lib/features/exams/file-data';
import { now } from '@/lib/server/clock';
import { currentRevisions } from '@/lib/server/current-revisions';
import { db } from '@/lib/server/db';
import { fromJson } from '@/lib/server/json';
import type { Prisma } from '@/lib/server/prisma-client/client';
import { shuffleSeed } from '@/lib/server/random';
import type { Pictures } from '@/lib/ui/typeset/pictures';
import type { OwnAttempt } from './policy';

interface RoomPartData {
  id: string;
  label: string;
  points: number;
  kind: string;
  /** Markdown. */
  prompt: string;
  /** The public half; the key never comes near this query. */
  spec: JsonValue;
  /** What this attempt's copy of the part is shuffled by. */
  seed: string;
}

interface RoomAssignmentData {
  number: number;
  title: string;
  /** Markdown. */
  prompt: string;
  points: number;
  parts: RoomPartData[];
}

interface SavedAnswerData {
  content: JsonValue;
  note: string;
  revision: number;
  savedAt: string;
}

export interface ExamRoomData {
  attemptId: string;
  title: string;
  language: string;
  mode: SittingMode;
  unreadRule: UnreadRule;
  state: 'running' | 'submitted';
  /** Milliseconds since the epoch, by the server's clock. */
  now: number;
  dueAt: number;
  assignments: RoomAssignmentData[];
  /** Of the questions; those of solutions are not even named. */
  pictures: Pictures;
  /** By part id; parts that were never saved are missing. */
  answers: Record<string, SavedAnswerData>;
}

export interface AttemptState {
  state: 'running' | 'submitted';
  now: number;
  dueAt: number;
  submittedAt: string | null;
  answers: Record<string, SavedAnswerData>;
}

/** Everything that the exam room shows, without anything that would help. */
export async function examRoom(attempt: OwnAttempt): Promise<ExamRoomData> {
  const stored = await db().attempt.findUniqueOrThrow({
    where: { id: attempt.id },
    select: wholeRoom,
  });
  const { state, now: at, dueAt, answers } = await attemptState(attempt);
  return {
    attemptId: attempt.id,
    title: stored.sitting.title,
    language: stored.version.language,
    mode: stored.sitting.mode,
    unreadRule: stored.version.unread,
    state,
    now: at,
    dueAt,
    answers,
    pictures: await picturesOf(stored.versionId, 'for students'),
    assignments: askedAssignments(stored.version.assignments, stored.partIds).map(
      ({ position, title, prompt, parts }) => ({
        number: position,
        title,
        prompt,
        points: pointsOf(parts),
        parts: parts.map(({ partId, spec, points: worth, ...part }) => ({
          ...part,
          id: partId,
          points: worth.toNumber(),
          spec: fromJson(spec),
          seed: shuffleSeed(stored.seed, partId),
        })),
      }),
    ),
  };
}

/** The public half of all that the student is asked. */
const wholeRoom = {
  seed: true,
  partIds: true,
  versionId: true,
  sitting: { select: { title: true, mode: true } },
  version: {
    select: {
      language: true,
      unread: true,
      assignments: {
        orderBy: { position: 'asc' },
        select: {
          position: true,
          title: true,
          prompt: true,
          parts: {
            orderBy: { position: 'asc' },
            select: {
              partId: true,
              label: true,
              points: true,
              kind: true,
              prompt: true,
              spec: true,
            },
          },
        },
      },
    },
  },
} satisfies Prisma.AttemptSelect;

/** Whether the attempt still runs, until when, and what the server has of it. */
export async function attemptState(attempt: OwnAttempt): Promise<AttemptState> {
  return { ...(await attemptTime(attempt)), answers: await currentAnswers(attempt) };
}

/** Whether the attempt still runs, and until when. */
export async function attemptTime(attempt: OwnAttempt): Promise<Omit<AttemptState, 'answers'>> {
  const { dueAt, submittedAt } = await db().attempt.findUniqueOrThrow({
    where: { id: attempt.id },
    select: { dueAt: true, submittedAt: true },
  });
  return {
    state: submittedAt ? 'submitted' : 'running',
    now: now().getTime(),
    dueAt: dueAt.getTime(),
    submittedAt: submittedAt?.toISOString() ?? null,
  };
}

async function currentAnswers(attempt: OwnAttempt): Promise<Record<string, SavedAnswerData>> {
  const revisions = await currentRevisions(db(), attempt.id);
  return Object.fromEntries(
    revisions.map(({ partId, number, content, note, savedAt }) => [
      partId,
      {
        content,
        note: note ?? '',
        revision: number,
        savedAt: savedAt.toISOString(),
      },
    ]),
  );
}

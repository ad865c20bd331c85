import 'server-only';
import { deadline, windowState } from '@/lib/exam/deadline';
import type { UnreadRule } from '@/lib/exam/format';
import { isResultVisible, type SittingMode } from '@/lib/exam/release';
import { examsAhead } from '@/lib/features/exams/practice-data';
import type { SignedInPerson } from '@/lib/features/people/data';
import {
  allowanceOf,
  courseTimesOf,
  type StoredTimes,
  timesOf,
} from '@/lib/features/sittings/allowance-data';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { OwnSitting } from './policy';

interface AttemptSummary {
  id: string;
  number: number;
  startedAt: Date;
  dueAt: Date;
  /** Milliseconds, by the server's clock. */
  dueIn: number;
  submittedAt: Date | null;
  withdrawnAt: Date | null;
  /** Why staff took it out. */
  withdrawalReason: string | null;
  /** Scores and feedback may be seen now. */
  resultVisible: boolean;
}

export interface SittingSummary {
  id: string;
  title: string;
  courseTitle: string;
  mode: SittingMode;
  opensAt: Date;
  closesAt: Date;
  /** Milliseconds, by the server's clock. */
  opensIn: number;
  /** IANA: what staff wrote the times in. */
  timeZone: string;
  /** Nobody gets the questions before staff start it. */
  isHeld: boolean;
  /** This person's minutes, more time included. */
  minutes: number;
  window: 'early' | 'open' | 'over';
  /** Newest first. At most one of them is running, that is without `submittedAt`. */
  attempts: AttemptSummary[];
}

export interface Lobby extends SittingSummary {
  examTitle: string;
  language: string;
  /** Markdown. */
  rules: string;
  unreadRule: UnreadRule;
  points: number;
  assignments: number;
  parts: number;
  /** The kinds of answer of this exam, for the try-outs. */
  kinds: string[];
  needsAccessCode: boolean;
  /** Practice of an exam that is ahead: its results are shown only after that. */
  withheld: boolean;
  now: Date;
  /** The deadline of an attempt that began at this moment. */
  dueIfStartedNow: Date;
}

const summaryOf = (personId: string) =>
  ({
    id: true,
    title: true,
    mode: true,
    ...timesOf(personId),
    timeZone: true,
    holds: true,
    startedAt: true,
    releasedAt: true,
    showsEarly: true,
    version: { select: { examId: true } },
    course: { select: { title: true, ...courseTimesOf(personId) } },
    attempts: {
      where: { personId },
      orderBy: { number: 'desc' },
      select: {
        ...{ id: true, number: true, startedAt: true, dueAt: true, submittedAt: true },
        ...{ withdrawnAt: true, withdrawalReason: true },
      },
    },
  }) as const;

/** The sittings of all courses that the person takes as a student, soonest first. */
export async function mySittings(person: SignedInPerson): Promise<SittingSummary[]> {
  const sittings = await db().sitting.findMany({
    where: {
      mode: { not: 'TRIAL' },
      course: { enrolments: { some: { personId: person.id, role: 'STUDENT' } } },
      OR: [
        // What one has begun stays one's own, whatever becomes of the sitting.
        { attempts: { some: { personId: person.id } } },
        {
          archivedAt: null,
          OR: [{ listOnly: false }, { candidates: { some: { personId: person.id } } }],
        },
      ],
    },
    orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
    select: summaryOf(person.id),
  });
  const ahead = await examsAhead(sittings.map(({ version }) => version.examId));
  return sittings.map((sitting) => summarise(sitting, ahead));
}

/** Whether one may begin a sitting now; `held` where only its staff's start is missing. */
export async function sittingState({
  id,
}: OwnSitting): Promise<'early' | 'held' | 'open' | 'over'> {
  const sitting = await db().sitting.findUniqueOrThrow({
    where: { id },
    select: { opensAt: true, closesAt: true, minutes: true, holds: true, startedAt: true },
  });
  const window = windowState(now(), sitting);
  return window === 'open' && sitting.holds && !sitting.startedAt ? 'held' : window;
}

/** What one should know before the clock starts. */
export async function lobby(sitting: OwnSitting): Promise<Lobby> {
  const stored = await db().sitting.findUniqueOrThrow({
    where: { id: sitting.id },
    select: {
      ...summaryOf(sitting.personId),
      accessCode: true,
      version: {
        select: {
          examId: true,
          title: true,
          language: true,
          rules: true,
          unread: true,
          parts: { orderBy: { position: 'asc' }, select: { kind: true, points: true } },
          _count: { select: { assignments: true } },
        },
      },
    },
  });
  const { version } = stored;
  const at = now();
  const ahead = await examsAhead([version.examId]);
  return {
    ...summarise(stored, ahead),
    withheld: stored.mode === 'PRACTICE' && !stored.showsEarly && ahead.has(version.examId),
    examTitle: version.title,
    language: version.language,
    rules: version.rules,
    unreadRule: version.unread,
    points: version.parts.reduce((sum, { points }) => sum + points.toNumber(), 0),
    assignments: version._count.assignments,
    parts: version.parts.length,
    kinds: [...new Set(version.parts.map(({ kind }) => kind))],
    needsAccessCode: stored.accessCode !== null,
    now: at,
    dueIfStartedNow: deadline(at, stored, allowanceOf(stored)),
  };
}

interface StoredSitting extends StoredTimes {
  id: string;
  title: string;
  mode: SittingMode;
  opensAt: Date;
  closesAt: Date;
  minutes: number;
  timeZone: string;
  holds: boolean;
  startedAt: Date | null;
  releasedAt: Date | null;
  showsEarly: boolean;
  version: { examId: string };
  course: StoredTimes['course'] & { title: string };
  attempts: Omit<AttemptSummary, 'resultVisible' | 'dueIn'>[];
}

function summarise(sitting: StoredSitting, ahead: ReadonlySet<string>): SittingSummary {
  const at = now();
  const release = { ...sitting, examAhead: ahead.has(sitting.version.examId) };
  const { id, title, mode, opensAt, closesAt, minutes, timeZone } = sitting;
  const { factor, extraMinutes } = allowanceOf(sitting);
  return {
    id,
    title,
    courseTitle: sitting.course.title,
    mode,
    opensAt,
    closesAt,
    timeZone,
    isHeld: sitting.holds && sitting.startedAt === null,
    minutes: minutes * factor + extraMinutes,
    opensIn: opensAt.getTime() - at.getTime(),
    window: windowState(at, sitting),
    attempts: sitting.attempts.map((attempt) => ({
      ...attempt,
      dueIn: attempt.dueAt.getTime() - at.getTime(),
      resultVisible: isResultVisible(at, release, attempt),
    })),
  };
}

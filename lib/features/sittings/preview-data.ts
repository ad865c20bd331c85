import 'server-only';
import { allowance, deadline } from '@/lib/exam/deadline';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import { examsAhead } from '@/lib/features/exams/practice-data';
import { ok, type Result } from '@/lib/result';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { endsAfter, type MovedEnd } from './ends-data';
import { contradiction } from './mutations';
import { type PlanProblem, planOf, type SittingPlan } from './plan-data';
import type { CourseSitting } from './policy';
import type { MoreTime, SittingInput } from './schema';
import { shownIn } from './wall-clock';

/** What a sitting would be, in words; times are those of its zone. */
export interface SittingPreview {
  summary: string;
  warnings: string[];
  /** Whom it moves, where it runs. */
  moved: MovedRow[];
}

export interface MovedRow {
  attemptId: string;
  name: string;
  before: string;
  after: string;
}

/** What a new sitting of a course would be. */
export async function previewNew(
  course: InstructedCourse,
  input: SittingInput,
): Promise<Result<SittingPreview, PlanProblem>> {
  const plan = await planOf(db(), course.id, { input, current: null });
  return plan.ok ? ok(await describe(course.id, plan.value, null)) : plan;
}

/** What an edited sitting would be, and whose end moves to when. Nothing is written. */
export async function previewEdit(
  { id, courseId }: CourseSitting,
  input: SittingInput,
): Promise<Result<SittingPreview, PlanProblem>> {
  const before = await db().sitting.findUniqueOrThrow({
    where: { id },
    include: { _count: { select: { attempts: true } } },
  });
  const plan = await planOf(db(), courseId, { input, current: before });
  if (!plan.ok) return plan;
  return contradiction(before, plan.value.sitting) ?? ok(await describe(courseId, plan.value, id));
}

/** What more time would do. */
export interface MoreTimePreview {
  moved: MovedRow[];
  warnings: string[];
}

/** Whose end more time would move to when. Nothing is written. */
export async function previewMore(
  { id }: CourseSitting,
  { personIds, minutes }: MoreTime,
): Promise<MoreTimePreview> {
  const { timeZone, givenMinutes } = await db().sitting.findUniqueOrThrow({
    where: { id },
    select: { timeZone: true, givenMinutes: true },
  });
  const change =
    personIds === null
      ? { givenMinutes: givenMinutes + minutes }
      : { more: { personIds, minutes } };
  const ends = await endsAfter(db(), id, { change, at: now() });
  const theirs = ends.filter(({ personId }) => personIds === null || personIds.includes(personId));
  return { moved: movedRows(theirs, timeZone), warnings: cutWarnings(theirs) };
}

async function describe(
  courseId: string,
  plan: SittingPlan,
  sittingId: string | null,
): Promise<SittingPreview> {
  const { sitting } = plan;
  const at = now();
  const [ends, lasts, practice] = await Promise.all([
    sittingId === null ? [] : endsAfter(db(), sittingId, { change: sitting, at }),
    lastEnds(courseId, { plan, sittingId }),
    practiceWarnings(sitting),
  ]);
  return {
    summary: summaryOf(sitting, lasts),
    warnings: [...windowWarnings(sitting, at), ...cutWarnings(ends), ...practice],
    moved: movedRows(ends, sitting.timeZone),
  };
}

/** Those whose end moves, as staff read it. */
function movedRows(ends: readonly MovedEnd[], zone: string): MovedRow[] {
  return ends
    .filter(({ before, after }) => before.getTime() !== after.getTime())
    .map(({ attemptId, name, before, after }) => ({
      attemptId,
      name,
      before: shownIn(before, zone),
      after: shownIn(after, zone),
    }));
}

function summaryOf(sitting: SittingPlan['sitting'], lasts: readonly Date[]): string {
  const { opensAt, closesAt, timeZone, minutes, givenMinutes } = sitting;
  const parts = [
    `opens ${shownIn(opensAt, timeZone)}`,
    `closes ${shownIn(closesAt, timeZone, opensAt)}`,
    `${minutes} minutes${givenMinutes > 0 ? ` and ${givenMinutes} given to everybody` : ''}`,
  ];
  const last = lasts.toSorted((a, b) => b.getTime() - a.getTime())[0];
  if (last) {
    const who = lasts.length === 1 ? 'one person has' : `${lasts.length} people have`;
    const verb = lasts.length === 1 ? 'ends' : 'end';
    parts.push(`${who} more time and ${verb} by ${shownIn(last, timeZone, opensAt)}`);
  }
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} (${timeZone}).`;
}

/** When those with more time end at the latest, one for each of them. */
async function lastEnds(
  courseId: string,
  { plan, sittingId }: { plan: SittingPlan; sittingId: string | null },
): Promise<Date[]> {
  const { sitting, candidateIds } = plan;
  const isOffered = sitting.listOnly ? { personId: { in: candidateIds } } : {};
  const [ofCourse, own] = await Promise.all([
    db().courseAccommodation.findMany({
      where: { courseId, ...isOffered, person: studentOf(courseId) },
    }),
    sittingId === null
      ? []
      : db().accommodation.findMany({
          where: { sittingId, ...isOffered, person: studentOf(courseId) },
        }),
  ]);
  const people = new Set([...ofCourse, ...own].map(({ personId }) => personId));
  const plain = <Row extends { factor: { toNumber: () => number } }>(row: Row | undefined) =>
    row ? { ...row, factor: row.factor.toNumber() } : null;
  return [...people].flatMap((personId) => {
    const more = allowance({
      own: plain(own.find((row) => row.personId === personId)),
      ofCourse: plain(ofCourse.find((row) => row.personId === personId)),
      givenMinutes: sitting.givenMinutes,
    });
    const hasMore = more.factor > 1 || more.extraMinutes > sitting.givenMinutes;
    // Who begins in the last moment of the window ends last.
    return hasMore ? [deadline(sitting.closesAt, sitting, more)] : [];
  });
}

const studentOf = (courseId: string) => ({
  enrolments: { some: { courseId, role: 'STUDENT' as const } },
});

function windowWarnings(sitting: SittingPlan['sitting'], at: Date): string[] {
  const { opensAt, closesAt, minutes, holds } = sitting;
  const windowMinutes = Math.floor((closesAt.getTime() - opensAt.getTime()) / 60_000);
  return [
    ...(windowMinutes < minutes
      ? [`The window is ${windowMinutes} minutes long: nobody has all ${minutes} minutes.`]
      : []),
    ...(closesAt <= at ? ['Its window is over: nobody can begin.'] : []),
    ...(holds ? ['Nobody begins before somebody presses Start on the page of the sitting.'] : []),
  ];
}

function cutWarnings(ends: readonly MovedEnd[]): string[] {
  const cut = ends.filter(({ isCut }) => isCut).map(({ name }) => name);
  if (cut.length === 0) return [];
  const named = cut.slice(0, MOST_NAMED).join(', ');
  const more = cut.length > MOST_NAMED ? ` and ${cut.length - MOST_NAMED} more` : '';
  return [`The window closes before the minutes are over of: ${named}${more}.`];
}

const MOST_NAMED = 5;

/** Where the solutions of practice and the questions of an exam get in each other's way. */
async function practiceWarnings(sitting: SittingPlan['sitting']): Promise<string[]> {
  const { examId } = await db().examVersion.findUniqueOrThrow({
    where: { id: sitting.versionId },
    select: { examId: true },
  });
  if (sitting.mode === 'PRACTICE') {
    const ahead = await examsAhead([examId]);
    return ahead.has(examId)
      ? [
          'An exam with these questions is open or announced: verdicts are withheld until it is over.',
        ]
      : [];
  }
  const early = await db().sitting.count({
    where: { mode: 'PRACTICE', showsEarly: true, archivedAt: null, version: { examId } },
  });
  return early > 0
    ? ['A practice sitting shows the solutions of these questions although an exam is ahead.']
    : [];
}

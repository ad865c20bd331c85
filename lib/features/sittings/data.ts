import 'server-only';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import { libraryOf } from '@/lib/features/library/data';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { CourseSitting } from './policy';
import type { SittingInput } from './schema';
import { writtenIn } from './wall-clock';

/** A version that a course may offer. */
export interface VersionOnOffer {
  id: string;
  slug: string;
  number: number;
  label: string;
  title: string;
  minutes: number;
}

/** The published versions of a course's exams and the server's, the newest of each first. */
export async function versionsOnOffer(course: InstructedCourse): Promise<VersionOnOffer[]> {
  return (await libraryOf(course)).flatMap(({ slug, versions }) =>
    versions
      .filter(({ publishedAt }) => publishedAt !== null)
      .map((version) => onOffer(version, slug)),
  );
}

function onOffer(
  { id, title, number, minutes }: Pick<VersionOnOffer, 'id' | 'title' | 'number' | 'minutes'>,
  slug: string,
): VersionOnOffer {
  const label = `${title} (${slug}), version ${number}`;
  return { id, slug, number, title, minutes, label };
}

/** A sitting as its form has it, and what must be known of it beside that. */
export interface WrittenSitting {
  courseId: string;
  courseTitle: string;
  values: SittingInput;
  /** What it is sat with, which stays on offer in its form. */
  version: VersionOnOffer;
  /** Somebody has begun: exam and mode stay. */
  isBegun: boolean;
  isArchived: boolean;
}

export async function writtenSitting({ id }: CourseSitting): Promise<WrittenSitting> {
  const stored = await db().sitting.findUniqueOrThrow({
    where: { id },
    include: {
      course: { select: { title: true } },
      version: { include: { exam: { select: { slug: true } } } },
      candidates: {
        orderBy: { person: { email: 'asc' } },
        select: { person: { select: { email: true } } },
      },
      _count: { select: { attempts: true } },
    },
  });
  const { mode, timeZone, opensAt, closesAt, listOnly, candidates, version } = stored;
  if (mode === 'TRIAL') throw new Error('a test run is not edited');
  return {
    courseId: stored.courseId,
    courseTitle: stored.course.title,
    version: onOffer(version, version.exam.slug),
    isBegun: stored._count.attempts > 0,
    isArchived: stored.archivedAt !== null,
    values: {
      mode,
      timeZone,
      versionId: stored.versionId,
      title: stored.title,
      opens: writtenIn(opensAt, timeZone),
      closes: writtenIn(closesAt, timeZone),
      minutes: stored.minutes,
      accessCode: stored.accessCode,
      candidates: listOnly ? candidates.map(({ person }) => person.email) : null,
      addressRanges: stored.addressRanges,
      sebConfigKeys: stored.sebConfigKeys,
      sebExamKeys: stored.sebExamKeys,
      holds: stored.holds,
      givenMinutes: stored.givenMinutes,
    },
  };
}

/** What staff see and do before a sitting begins: its code, and the start that it waits for. */
export interface SittingControl {
  accessCode: string | null;
  /** It holds, and nobody has started it. */
  isHeld: boolean;
  isArchived: boolean;
  /** Started now, the window would close before the minutes are over. */
  isShort: boolean;
}

export async function sittingControl({ id }: CourseSitting): Promise<SittingControl> {
  const { accessCode, ...stored } = await db().sitting.findUniqueOrThrow({
    where: { id },
    select: {
      accessCode: true,
      holds: true,
      startedAt: true,
      archivedAt: true,
      closesAt: true,
      minutes: true,
    },
  });
  return {
    accessCode,
    isHeld: stored.holds && stored.startedAt === null,
    isArchived: stored.archivedAt !== null,
    isShort: now().getTime() + stored.minutes * 60_000 > stored.closesAt.getTime(),
  };
}

export interface SittingRow {
  id: string;
  title: string;
  mode: string;
  opens: string;
  closes: string;
  timeZone: string;
  minutes: number;
  accessCode: string | null;
  state: 'archived' | 'held' | 'early' | 'open' | 'over';
}

/** The sittings of a course, for the command line. */
export async function sittingsOf(course: InstructedCourse): Promise<SittingRow[]> {
  const sittings = await db().sitting.findMany({
    where: { courseId: course.id, mode: { not: 'TRIAL' } },
    orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
  });
  return sittings.map(({ id, title, mode, opensAt, closesAt, timeZone, minutes, ...rest }) => ({
    ...{ id, title, mode, timeZone, minutes, accessCode: rest.accessCode },
    opens: writtenIn(opensAt, timeZone),
    closes: writtenIn(closesAt, timeZone),
    state: stateOf({ opensAt, closesAt, ...rest }),
  }));
}

function stateOf(sitting: {
  opensAt: Date;
  closesAt: Date;
  holds: boolean;
  startedAt: Date | null;
  archivedAt: Date | null;
}): SittingRow['state'] {
  const at = now();
  if (sitting.archivedAt) return 'archived';
  if (at >= sitting.closesAt) return 'over';
  if (sitting.holds && !sitting.startedAt) return 'held';
  return at < sitting.opensAt ? 'early' : 'open';
}

const DEFAULT_ZONE = 'Europe/Berlin';
const DAY_MS = 24 * 60 * 60_000;

/**
 * What the form of a new sitting begins with: a copy of another, or tomorrow morning in the zone that
 * the course used last. Null where the course has no exam that can be sat.
 */
export async function newValues(
  course: InstructedCourse,
  { versions, original }: { versions: readonly VersionOnOffer[]; original: SittingInput | null },
): Promise<SittingInput | null> {
  const [first] = versions;
  if (!first) return null;
  if (original) return { ...original, title: `${original.title} (copy)`, givenMinutes: 0 };
  const last = await db().sitting.findFirst({
    where: { courseId: course.id, mode: { not: 'TRIAL' } },
    orderBy: { createdAt: 'desc' },
    select: { timeZone: true },
  });
  const timeZone = last?.timeZone ?? DEFAULT_ZONE;
  const tomorrow = writtenIn(new Date(now().getTime() + DAY_MS), timeZone).slice(0, 10);
  return {
    ...{ versionId: first.id, title: first.title, minutes: first.minutes, timeZone },
    ...{ mode: 'EXAM', opens: `${tomorrow}T09:00`, closes: `${tomorrow}T12:00` },
    ...{ accessCode: null, candidates: null, addressRanges: [], sebConfigKeys: [] },
    ...{ sebExamKeys: [], holds: false, givenMinutes: 0 },
  };
}

import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/courses/[id]/log/route';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { addMember } from '@/lib/features/courses/member-mutations';
import { instructedCourse, type TaughtCourse, taughtCourse } from '@/lib/features/courses/policy';
import { announce } from '@/lib/features/notices/mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { override } from '@/lib/features/review/mark-mutations';
import { releaseResults } from '@/lib/features/review/mutations';
import { instructedSitting, reviewedAttempt } from '@/lib/features/review/policy';
import { accommodateInCourse } from '@/lib/features/sittings/accommodation-mutations';
import { browserRequest } from '@/lib/testing/requests';
import { must, newWorld, setClock, type World } from '@/lib/testing/world';
import { logPage, readableKinds, wholeLog } from './log-data';
import { type LogQuery, logQuerySchema } from './schema';

let world: World;
let instructor: SignedInPerson;
let grader: SignedInPerson;
let student: SignedInPerson;
let course: TaughtCourse;

/** A course in which an exam was written, marked and released. */
beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  instructor = await world.person('INSTRUCTOR');
  grader = await world.person('GRADER');
  student = await world.person('STUDENT');
  course = must(await taughtCourse(instructor, world.courseId));
  const run = must(await instructedCourse(instructor, world.courseId));
  const details = { email: `${crypto.randomUUID()}@nabla.example`, studentNumber: null };
  must(await addMember(run, { ...details, givenName: '=1+1', familyName: 'Zyx', role: 'STUDENT' }));
  const more = { factor: 1.25, extraMinutes: 0, reason: 'a diagnosis' };
  must(await accommodateInCourse(run, { personIds: [student.id], ...more }));
  const attempt = await world.attempt(student);
  setClock(10);
  const sitting = must(await instructedSitting(instructor, world.sittingId));
  const text = 'Ten minutes left';
  must(await announce(sitting, { kind: 'ANNOUNCEMENT', attemptId: null, partId: null, text }));
  setClock(20);
  await submitAttempt(attempt);
  setClock(30);
  must(
    await override(must(await reviewedAttempt(grader, attempt.id)), {
      ...{ partId: '1a', score: 1, withdraw: false, comment: '', reason: 'half right' },
      seenMarkId: null,
    }),
  );
  setClock(300);
  must(await releaseResults(sitting, { close: false }));
});

const query = (asked: Partial<LogQuery> = {}): LogQuery => logQuerySchema.parse(asked);

async function saidTo(of: TaughtCourse, asked: Partial<LogQuery> = {}): Promise<string[]> {
  const { entries } = await logPage(of, query(asked));
  return entries.map(({ actor, says, reason }) =>
    [`${actor ?? 'The server'} ${says}`, reason].filter((each) => each !== '').join(' | '),
  );
}

describe('the log of a course', () => {
  it('says who did what to whom, and why, newest first', async () => {
    const said = await saidTo(course);
    expect(said[0]).toBe('A instructor released the results of A sitting');
    expect(said[1]).toMatch(
      /^A grader gave A student 1 point for part 1a of A sitting.* \| half right$/,
    );
    expect(said[2]).toBe('A student handed in A sitting');
    expect(said[3]).toBe('A instructor announced to everybody in A sitting: “Ten minutes left”');
    expect(said).toContain('A student began A sitting');
    expect(said).toContain(
      'A instructor gave A student more time in the whole course: the minutes × 1.25 | a diagnosis',
    );
    expect(said).toContain('A instructor added =1+1 Zyx');
  });

  it('is filtered by kind, by person and by sitting', async () => {
    expect(await saidTo(course, { kind: 'mark' })).toHaveLength(1);
    expect(await saidTo(course, { kind: 'time' })).toHaveLength(1);
    expect(await saidTo(course, { person: 'zyx' })).toHaveLength(2);
    expect(await saidTo(course, { person: student.email })).toContain('A student began A sitting');
    expect(await saidTo(course, { person: 'nobody at all' })).toEqual([]);
    const ofSitting = await saidTo(course, { sitting: world.sittingId });
    expect(ofSitting).toHaveLength(5);
    expect(await saidTo(course, { sitting: crypto.randomUUID() })).toEqual([]);
  });

  it('is read page by page, each entry once, also of one moment', async () => {
    const whole: string[] = [];
    for await (const { id } of wholeLog(course, query())) whole.push(id);
    const paged: string[] = [];
    for (let before: string | null = ''; before !== null; ) {
      const page: Awaited<ReturnType<typeof logPage>> = await logPage(course, query({ before }), 2);
      paged.push(...page.entries.map(({ id }) => id));
      before = page.next;
    }
    expect(paged).toEqual(whole);
    expect(new Set(whole).size).toBe(whole.length);
  });

  it('shows graders attempts and marks, and neither times with their reasons nor people', async () => {
    const theirs = must(await taughtCourse(grader, world.courseId));
    expect(readableKinds(theirs)).toEqual(['attempt', 'mark', 'notice', 'sitting']);
    const said = (await saidTo(theirs)).join('\n');
    expect(said).toContain('half right');
    expect(said).toContain('released the results');
    expect(said).not.toMatch(/diagnosis|more time|added|into the course/);
    expect(await saidTo(theirs, { kind: 'time' })).toEqual([]);
    expect(await saidTo(theirs, { kind: 'people' })).toEqual([]);
  });

  it('says nothing of other courses', async () => {
    const other = await newWorld();
    const theirs = must(await taughtCourse(await other.person('INSTRUCTOR'), other.courseId));
    expect((await saidTo(theirs)).every((each) => each.includes('into the course'))).toBe(true);
  });
});

describe('the log as a file', () => {
  const get = async (as: SignedInPerson | null, search = '') => {
    const path = `/api/courses/${world.courseId}/log${search}`;
    return GET(await browserRequest('GET', path, { as }), {
      params: Promise.resolve({ id: world.courseId }),
    });
  };

  it('has the same entries, and no formula', async () => {
    const answer = await get(instructor);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const rows: string[][] = parse(await answer.text(), { bom: true });
    const whole: string[] = [];
    for await (const { id } of wholeLog(course, query())) whole.push(id);
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(whole);
    expect(rows.flat().filter((cell) => cell.startsWith('='))).toEqual([]);
    expect(rows.flat()).toContain("'=1+1 Zyx");
  });

  it('is for the staff of the course, graders within their bounds', async () => {
    expect((await get(null)).status).toBe(401);
    expect((await get(student)).status).toBe(403);
    expect((await get(await world.person('STRANGER'))).status).toBe(404);
    expect((await get(await (await newWorld()).person('INSTRUCTOR'))).status).toBe(404);
    expect((await get(await world.person('ADMIN'))).status).toBe(200);
    const theirs = await get(grader, '?kind=nonsense&sitting=x');
    expect(theirs.status).toBe(200);
    expect(await theirs.text()).not.toContain('diagnosis');
  });
});

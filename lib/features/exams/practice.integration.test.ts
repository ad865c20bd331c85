import { beforeEach, describe, expect, it } from 'vitest';
import { lobby, mySittings } from '@/lib/features/attempt/data';
import { ownSitting } from '@/lib/features/attempt/policy';
import { result } from '@/lib/features/attempt/result-data';
import { submitAttempt, sweepOverdue } from '@/lib/features/attempt/submit-mutations';
import { instructedSitting } from '@/lib/features/review/policy';
import { db } from '@/lib/server/db';
import { canaryExam } from '@/lib/testing/canary-exam';
import { must, newWorld, setClock } from '@/lib/testing/world';
import { storeExam } from './mutations';
import { practiceRelease } from './practice-data';
import { showPracticeEarly } from './practice-mutations';

/** Every test has an exam of its own: what is ahead of one must not be ahead of another. */
async function practised(exam: 'none' | 'announced' | 'open' | 'over') {
  const source = { ...canaryExam(), slug: `practice-${crypto.randomUUID()}` };
  const { versionId } = await storeExam(source);
  const practice = await newWorld({ versionId, mode: 'PRACTICE' });
  const start = (hours: number) => new Date(Date.parse('2026-02-01T09:00:00Z') + hours * 3_600_000);
  const windows = { announced: [100, 102], open: [-1, 2], over: [-3, -1] } as const;
  if (exam !== 'none') {
    const [from, to] = windows[exam];
    // Another version, in another course.
    const changed = await storeExam({ ...source, hash: 'c'.repeat(64) });
    await newWorld({
      versionId: changed.versionId,
      opensAt: start(from),
      closesAt: start(to),
    });
  }
  const student = await practice.person('STUDENT');
  const attempt = await practice.attempt(student);
  await submitAttempt(attempt);
  return { practice, student, attempt, versionId };
}

beforeEach(() => setClock(0));

describe('the results of practice', () => {
  it.each([
    ['none', 'shown'],
    ['over', 'shown'],
    ['open', 'waiting'],
    ['announced', 'waiting'],
  ] as const)('with an exam that is %s: %s', async (exam, state) => {
    const { attempt, student, practice } = await practised(exam);
    const visible = await result(attempt);
    expect(visible.state).toBe(state);
    if (state === 'waiting') expect(JSON.stringify(visible)).not.toContain('canary-');
    const sitting = (await mySittings(student)).find(({ id }) => id === practice.sittingId);
    expect(sitting?.attempts[0]?.resultVisible).toBe(state === 'shown');
    const own = must(await ownSitting(student, practice.sittingId));
    expect((await lobby(own)).withheld).toBe(state === 'waiting');
  });

  it('are withheld until the last one who writes the exam has handed in', async () => {
    const { attempt, versionId } = await practised('none');
    const exam = await newWorld({
      versionId,
      closesAt: new Date('2026-02-01T10:00:00Z'),
    });
    await exam.attempt(await exam.person('STUDENT'));
    setClock(60);
    expect((await result(attempt)).state).toBe('waiting');
    setClock(62);
    await sweepOverdue();
    expect((await result(attempt)).state).toBe('shown');
  });

  it('are shown where an instructor says so, on the record, and withheld again', async () => {
    const { attempt, practice } = await practised('open');
    expect(await practiceRelease({ id: practice.sittingId })).toEqual({
      showsEarly: false,
      examAhead: true,
    });
    const grader = await instructedSitting(await practice.person('GRADER'), practice.sittingId);
    expect(grader).toMatchObject({ error: { code: 'FORBIDDEN' } });
    const instructor = await practice.person('INSTRUCTOR');
    const sitting = must(await instructedSitting(instructor, practice.sittingId));
    must(await showPracticeEarly(sitting, true));
    expect((await result(attempt)).state).toBe('shown');
    must(await showPracticeEarly(sitting, false));
    expect((await result(attempt)).state).toBe('waiting');
    const events = await db().auditEvent.findMany({
      where: { subject: `sitting:${practice.sittingId}`, action: 'practice.show-early' },
    });
    expect(events.map(({ actorId }) => actorId)).toEqual([instructor.id, instructor.id]);
  });

  it('an exam has no such choice', async () => {
    const exam = await newWorld();
    const sitting = must(await instructedSitting(await exam.person('INSTRUCTOR'), exam.sittingId));
    expect(await showPracticeEarly(sitting, true)).toMatchObject({ error: { code: 'INVALID' } });
    expect(await practiceRelease({ id: exam.sittingId })).toBeNull();
  });
});

import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { partScores, totalOf } from '@/lib/features/grading/data';
import { Grader } from '@/lib/features/grading/grader';
import { GRADE_LIMITS } from '@/lib/features/grading/limits';
import { gradeAttempt } from '@/lib/features/grading/mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { must, newWorld, save, setClock, type World } from '@/lib/testing/world';
import { startAttempt } from './mutations';
import { type OwnAttempt, ownAttempt, ownSitting } from './policy';
import { partProgress } from './progress-data';
import { result } from './result-data';
import { examRoom } from './room-data';
import { saveAnswer } from './save-mutations';
import { submitAttempt } from './submit-mutations';

let world: World;
let student: SignedInPerson;
const grader = new Grader(GRADE_LIMITS);
afterAll(() => grader.close());

beforeEach(async () => {
  setClock(0);
  world = await newWorld({ mode: 'PRACTICE' });
  student = await world.person('STUDENT');
});

const sitting = async () => must(await ownSitting(student, world.sittingId));

async function practise(partIds: readonly string[]): Promise<OwnAttempt> {
  const { attemptId } = must(await startAttempt(await sitting(), null, partIds));
  return must(await ownAttempt(student, attemptId));
}

async function finish(attempt: OwnAttempt): Promise<void> {
  await submitAttempt(attempt);
  while (!(await gradeAttempt(attempt.id, grader, 60_000)).finished);
}

describe('practice of single parts', () => {
  it('asks, keeps, grades and shows these alone', async () => {
    const attempt = await practise(['1a']);
    const { assignments } = await examRoom(attempt);
    expect(assignments.map(({ parts }) => parts.map(({ id }) => id))).toEqual([['1a']]);
    expect(assignments[0]?.points).toBe(assignments[0]?.parts[0]?.points);
    must(await saveAnswer(attempt, '1a', save()));
    expect(await saveAnswer(attempt, '1b', save())).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    await finish(attempt);
    const scores = await partScores(attempt.id);
    expect(scores.map(({ partId }) => partId)).toEqual(['1a']);
    const shown = await result(attempt);
    if (shown.state !== 'shown') throw new Error(`the result is ${shown.state}`);
    expect(shown.total).toEqual(totalOf(scores));
    expect(shown.receipt.answers.map(({ partId }) => partId)).toEqual(['1a']);
    expect(shown.assignments.flatMap(({ parts }) => parts)).toHaveLength(1);
  });

  it('shows every try at a part, also within the whole exam', async () => {
    await finish(await practise(['1a']));
    const whole = await practise([]);
    must(await saveAnswer(whole, '1a', save()));
    await finish(whole);
    const [first, second] = await partProgress(await sitting());
    expect(first).toMatchObject({ id: '1a', tries: [{ number: 1, score: 0 }, { number: 2 }] });
    expect(second).toMatchObject({ id: '1b', tries: [{ number: 2 }] });
  });

  it('is of parts that there are, and of practice', async () => {
    expect(await startAttempt(await sitting(), null, ['1a', 'no-such-part'])).toMatchObject({
      error: { code: 'INVALID' },
    });
    world = await newWorld();
    student = await world.person('STUDENT');
    expect(await startAttempt(await sitting(), null, ['1a'])).toMatchObject({
      error: { code: 'INVALID' },
    });
  });

  it('is the whole exam where all are chosen', async () => {
    const attempt = await practise(['2', '1b', '1a', '1a']);
    expect((await examRoom(attempt)).assignments).toHaveLength(2);
    await finish(attempt);
    expect(await partScores(attempt.id)).toHaveLength(3);
  });
});

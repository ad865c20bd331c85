import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { sweepOverdue } from '@/lib/features/attempt/submit-mutations';
import { partScores } from '@/lib/features/grading/data';
import { db } from '@/lib/server/db';
import { must, newWorld, save, setClock } from '@/lib/testing/world';

const run = promisify(execFile);

async function nabla(...args: string[]): Promise<string> {
  const node = ['--conditions=react-server', '--import', 'tsx', 'bin/nabla.ts'];
  const { stdout } = await run(process.execPath, [...node, ...args], { env: process.env });
  return stdout;
}

it('what arrived late is listed, accepted and taken back from the command line, by who may', async () => {
  setClock(0);
  const world = await newWorld();
  const attempt = await world.attempt(await world.person('STUDENT'));
  const grader = await world.person('GRADER');
  const other = await (await newWorld()).person('INSTRUCTOR');
  setClock(61);
  await sweepOverdue();
  must(await saveAnswer(attempt, '1a', save()));
  const by = ['--by', grader.email];
  expect(await nabla('attempt', 'late', world.sittingId, ...by)).toMatch(
    new RegExp(`^${attempt.id} .*, 1a, revision 1, 60 s after the end, to decide`),
  );
  const accept = ['attempt', 'accept', attempt.id, '--part', '1a', '--reason', 'cable out'];
  await expect(nabla(...accept, '--by', other.email)).rejects.toThrow('no such thing');
  expect(await nabla(...accept, ...by)).toContain('Accepted');
  expect((await partScores(attempt.id))[0]).toMatchObject({ content: { selected: ['b'] } });
  const leave = ['attempt', 'leave', attempt.id, '--part', '1a', '--reason', 'no proof of it'];
  expect(await nabla(...leave, ...by)).toContain('does not count');
  expect((await partScores(attempt.id))[0]).toMatchObject({ content: {} });
}, 120_000);

it('an attempt is withdrawn and restored from the command line, by who may', async () => {
  setClock(0);
  const world = await newWorld();
  const { id } = await world.attempt(await world.person('STUDENT'));
  const [grader, instructor] = [await world.person('GRADER'), await world.person('INSTRUCTOR')];
  const out = ['attempt', 'withdraw', id, '--reason', 'taken ill', '--by'];
  await expect(nabla(...out, grader.email)).rejects.toThrow('Only an instructor');
  expect(await nabla(...out, instructor.email)).toContain('Withdrawn');
  expect(await db().attempt.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...{ submittedBy: 'STAFF', withdrawalReason: 'taken ill' },
  });
  const back = ['attempt', 'restore', id, '--reason', 'well again', '--by', instructor.email];
  expect(await nabla(...back)).toContain('counts again');
}, 120_000);

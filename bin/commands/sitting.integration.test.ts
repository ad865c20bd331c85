import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { db } from '@/lib/server/db';
import { newWorld, setClock } from '@/lib/testing/world';

const run = promisify(execFile);

/** What it prints; nothing may be said beside it, not even by Node. */
async function nabla(...args: string[]): Promise<string> {
  const node = ['--conditions=react-server', '--import', 'tsx', 'bin/nabla.ts'];
  const { stdout, stderr } = await run(process.execPath, [...node, ...args], { env: process.env });
  expect(stderr).toBe('');
  return stdout;
}

it('a sitting is made, listed, changed and started from the command line', async () => {
  setClock(60);
  const world = await newWorld();
  const student = await world.person('STUDENT');
  const { slug } = await db().course.findUniqueOrThrow({ where: { id: world.courseId } });
  const { exam } = await db().examVersion.findUniqueOrThrow({
    where: { id: world.versionId },
    include: { exam: true },
  });
  const course = ['--course', slug];
  const window = ['--opens', '2026-02-01T10:00', '--closes', '2026-02-01T12:30'];
  const granted = ['--factor', '1.25', '--reason', 'decree'];
  expect(await nabla('accommodation', 'set', student.email, ...course, ...granted)).toContain(
    'Set for 1',
  );
  const options = ['--zone', 'Europe/Berlin', '--minutes', '60', '--hold', '--code', 'gradient'];
  const made = await nabla(
    'sitting',
    'create',
    '--exam',
    exam.slug,
    ...course,
    ...window,
    ...options,
  );
  expect(made).toContain('closes 12:30, 60 minutes, one person has more time and ends by 12:45');
  const [id = ''] = made.split('\n');
  expect(await nabla('sitting', 'list', ...course)).toMatch(`${id}  `);
  // Within one transaction, on one connection, for the sitting that is there now.
  await nabla('accommodation', 'set', student.email, ...course, ...granted);
  const log = await nabla('course', 'log', slug, '--csv', '--most', '2');
  expect(log.trim().split('\n')).toHaveLength(3);
  expect(await nabla('sitting', 'start', id, ...course)).toContain('Started');
  await nabla('sitting', 'edit', id, ...course, '--minutes', '70', '--no-code');
  expect(await db().sitting.findUniqueOrThrow({ where: { id } })).toMatchObject({
    minutes: 70,
    accessCode: null,
    holds: true,
    opensAt: new Date('2026-02-01T09:00:00Z'),
  });
}, 120_000);

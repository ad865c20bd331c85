import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { expect, test } from '../support/test';

const run = promisify(execFile);
const site = process.env.NABLA_E2E_SITE ?? '.';
const EXAM = 'exams/deep-learning-ss2022-t1';

const gradeSchema = z.object({
  verdict: z.string(),
  score: z.number(),
  checks: z.array(z.object({ name: z.string(), verdict: z.string() })),
});

/** The command line as it runs on a server, without any development dependency. */
async function nabla(args: readonly string[], input: string): Promise<string> {
  const running = run(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'bin/nabla.ts', ...args],
    { cwd: site },
  );
  running.child.stdin?.end(input);
  return (
    await running.catch(({ message, stdout }) => {
      // What it found wrong stands in what it printed.
      throw new Error(`${message}\n${stdout}`);
    })
  ).stdout;
}

test('a production install grades: every kind of the exam, proofs among them', async () => {
  expect(existsSync(join(site, 'node_modules', 'vitest')), 'no development dependency').toBe(false);
  const claim = String.raw`\|g(x_t)\| = \|v_{t+1}-\mu v_t\|`;
  const line = JSON.stringify({ id: 'p', part: '2b', answer: { steps: [{ claim }] } });
  const graded = JSON.parse(await nabla(['grade', '--exam', EXAM], `${line}\n`));
  expect(graded).toMatchObject({ id: 'p', part: '2b', points: 3 });
  expect(graded.checks).toContainEqual(
    expect.objectContaining({ name: 'line 1', verdict: 'right' }),
  );
  // Runs the tests of all parts, whatever their kind.
  await nabla(['check', EXAM], '');
});

test('it grades a proof the same under twenty seeds, and refutes nothing by two equal numbers', async () => {
  const proof = [
    String.raw`v_{t+1}=\frac{x_t-x_{t+1}}{\varepsilon}\to0`,
    String.raw`\|g(x_t)\| = \|v_{t+1}-\mu v_t\| \le \|v_{t+1}\|+\mu\|v_t\|\to0`,
  ];
  const triangle = [String.raw`\|g(x_t)+\mu v_t\| \le \|g(x_t)\| + \mu\|v_t\|`];
  const answers = [proof, triangle].map((claims, id) => {
    const steps = claims.map((claim) => ({ claim }));
    return JSON.stringify({ id, part: '2b', answer: { steps } });
  });
  const output = await nabla(['grade', '--exam', EXAM, '--seeds', '20'], `${answers.join('\n')}\n`);
  const graded = z.array(gradeSchema).parse(
    output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
  expect(graded[0]).toMatchObject({ verdict: 'right', score: 3 });
  const lines = graded.flatMap(({ checks }) => checks.filter(({ name }) => /^line/.test(name)));
  expect(lines.map(({ verdict }) => verdict)).toEqual(['right', 'right', 'right']);
});

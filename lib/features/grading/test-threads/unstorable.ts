/** Stands in for a grader that says what PostgreSQL does not store, or gives what no grade may be. */
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (input: { kind: string; points: number }) => {
  const check = {
    name: 'answer',
    verdict: 'wrong',
    score: 0,
    points: input.points,
    message: `cut in half: ${'😭'.slice(0, 1)}, and a NUL: ${String.fromCharCode(0)}`,
    evidence: 'seen',
  };
  // More points than there are: the database refuses them.
  const score = input.kind === 'text' ? input.points + 1 : 0;
  const value = { verdict: 'wrong', score, open: 0, checks: [check] };
  parentPort?.postMessage({ ok: true, value });
});

parentPort?.postMessage(null);

/** Stands in for a grader on a machine that has no time for it. */

import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', async () => {
  await sleep(3000);
  const checks: unknown[] = [];
  parentPort?.postMessage({ ok: true, value: { verdict: 'right', score: 1, open: 0, checks } });
});

parentPort?.postMessage(null);

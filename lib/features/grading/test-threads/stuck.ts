/** Stands in for a grader that never ends on one answer. */
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', (input: { answer: { text?: string } }) => {
  while (input.answer.text === 'never ends');
  const checks: unknown[] = [];
  parentPort?.postMessage({ ok: true, value: { verdict: 'right', score: 1, open: 0, checks } });
});

parentPort?.postMessage(null);

/** Stands in for a grader that takes all memory. */
import { parentPort } from 'node:worker_threads';

const eaten: number[][] = [];

parentPort?.on('message', () => {
  for (;;) eaten.push(Array.from({ length: 100_000 }, (_, index) => index / 3));
});

parentPort?.postMessage(null);

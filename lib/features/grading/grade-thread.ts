/** Runs in a worker thread: grades what it is sent, one part at a time. */
import { parentPort } from 'node:worker_threads';
import { gradePart, type PartGradeInput } from '@/lib/kinds/exams/grade-part';

parentPort?.on('message', async (input: PartGradeInput) => {
  parentPort?.postMessage(await gradePart(input));
});

// The first sign of life: everything is loaded.
parentPort?.postMessage(null);

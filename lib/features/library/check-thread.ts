/** Runs in a worker thread: checks the exam that it is sent. */
import { parentPort } from 'node:worker_threads';
import { checkUpload } from './check-upload';
import type { Upload } from './upload';

parentPort?.on('message', async (upload: Upload) => {
  parentPort?.postMessage(await checkUpload(upload));
});

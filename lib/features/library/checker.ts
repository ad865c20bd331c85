import 'server-only';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '@/lib/result';
import { watchProcessor } from '@/lib/server/processor-time';
import { THREAD_ENTRY } from '@/lib/server/thread-entry';
import type { CheckedUpload } from './check-upload';
import type { Upload } from './upload';

const MODULE = join(import.meta.dirname, 'check-thread.ts');

/** Of the processor, loading the graders included; the largest exam known takes a tenth of it. */
const MOST_MS = 5 * 60_000;
const MOST_HEAP_MB = 1024;

/** Checks an exam in a thread of its own, within a cap of time and memory; fails with why it did not. */
export async function checkInThread(upload: Upload): Promise<Result<CheckedUpload, string>> {
  const thread = new Worker(THREAD_ENTRY, {
    workerData: { module: pathToFileURL(MODULE).href },
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  try {
    return await new Promise((resolve) => {
      const unwatch = watchProcessor(MOST_MS, () =>
        resolve(fail(`The check took more than ${MOST_MS / 60_000} minutes.`)),
      );
      const settle = (result: Result<CheckedUpload, string>) => {
        unwatch();
        resolve(result);
      };
      thread.once('message', (checked: CheckedUpload) => settle(ok(checked)));
      thread.once('error', (error) => settle(fail(`The check broke off: ${error.message}`)));
      thread.postMessage(upload);
    });
  } finally {
    await thread.terminate();
  }
}

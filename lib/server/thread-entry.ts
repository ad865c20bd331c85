import 'server-only';
import { join } from 'node:path';

/** Where a thread begins that runs the module `workerData.module`, an address of TypeScript. */
export const THREAD_ENTRY = join(import.meta.dirname, 'thread.mjs');

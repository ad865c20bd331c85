/**
 * Where a grading thread begins. Plain JavaScript: the loader of TypeScript does not reach threads
 * by itself. Runs the module that the thread is given.
 */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.module);

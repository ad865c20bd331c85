import 'server-only';
import { performance } from 'node:perf_hooks';

const LOOK_MS = 100;
/** A thread that waits for ever takes no processor time either. */
const STALLED_MS = 10 * 60_000;

interface Watch {
  spent: number;
  most: number;
  since: number;
  onOver: () => void;
}

/**
 * What each of several threads takes of the processor. The system counts it for the process as a
 * whole; what passes while several are at work is shared out evenly. By the clock on the wall an
 * answer would go to review because the machine was busy.
 */
const watches = new Set<Watch>();
let timer: ReturnType<typeof setInterval> | undefined;
let counted = 0;

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function look(): void {
  const now = processorMs();
  const share = (now - counted) / Math.max(1, watches.size);
  counted = now;
  for (const watch of [...watches]) {
    watch.spent += share;
    const isStalled = performance.now() - watch.since > STALLED_MS;
    if (watch.spent < watch.most && !isStalled) continue;
    stop(watch);
    watch.onOver();
  }
}

function stop(watch: Watch): void {
  watches.delete(watch);
  if (watches.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

/**
 * Calls `onOver` once a thread that begins to work now has taken `most` milliseconds of the
 * processor, or has been at it for ten minutes.
 * @returns to be called when it has ended its work
 */
export function watchProcessor(most: number, onOver: () => void): () => void {
  // What passed until now belongs to those who were at work until now.
  look();
  const watch: Watch = { spent: 0, most, since: performance.now(), onOver };
  watches.add(watch);
  timer ??= setInterval(look, LOOK_MS);
  return () => stop(watch);
}

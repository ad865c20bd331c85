import type { ChildProcess } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Backoff } from './backoff';
import { end } from './children';

/** A child that is started again whenever it ends by itself. */
export interface Supervised {
  /** Ends it and starts it again, for new settings. */
  restart: () => Promise<void>;
  /** Ends it for good. */
  stop: () => Promise<void>;
}

/**
 * Keeps a child running: one that ends by itself is started again, later each time, and soon again
 * once it has run steadily for a while.
 * @param name for the line that says what happened
 * @param log where the child's own words are
 * @param isStopping whether everything is being stopped: Ctrl-C reaches the children by itself
 */
export function supervise(
  name: string,
  log: string,
  start: () => ChildProcess,
  isStopping: () => boolean,
): Supervised {
  const backoff = new Backoff();
  let stopped = false;
  let child: ChildProcess | null = begin();

  function isOver(): boolean {
    return stopped || isStopping();
  }

  function begin(): ChildProcess {
    const begun = performance.now();
    const started = start();
    started.once('exit', (code, signal) => {
      if (isOver() || started !== child) return;
      const wait = backoff.after(performance.now() - begun);
      const how = signal ?? `code ${code}`;
      console.error(`The ${name} ended (${how}); it starts again in ${wait / 1000} s. See ${log}`);
      void sleep(wait).then(() => {
        if (!isOver() && started === child) child = begin();
      });
    });
    return started;
  }

  return {
    restart: async () => {
      const old = child;
      child = null;
      // The old one first: two cannot listen on one port.
      if (old) await end(old);
      if (!isOver()) child = begin();
    },
    stop: async () => {
      stopped = true;
      if (child) await end(child);
    },
  };
}

const LOOK_EVERY_MS = 1000;

/** An embedded database server that is started again whenever it is gone. */
export interface WatchedServer {
  isAlive: () => Promise<boolean>;
}

/**
 * Keeps the database server running, also where it cannot start for a while because the disk is full.
 * @param revive starts it again; throws where it cannot
 */
export function superviseDatabase(
  server: WatchedServer,
  log: string,
  revive: () => Promise<void>,
): { stop: () => void } {
  const backoff = new Backoff();
  const stopping = new AbortController();
  void (async () => {
    let since = performance.now();
    while (!stopping.signal.aborted) {
      await sleep(LOOK_EVERY_MS);
      if (stopping.signal.aborted || (await server.isAlive())) continue;
      console.error(`The database server ended; it starts again now. See ${log}`);
      try {
        await revive();
        console.error('The database server is back.');
      } catch (error) {
        const wait = backoff.after(performance.now() - since);
        const why = error instanceof Error ? error.message : String(error);
        console.error(`${why}\nThe next try is in ${wait / 1000} s.`);
        await sleep(wait);
      }
      since = performance.now();
    }
  })();
  return { stop: () => stopping.abort() };
}

import type { WorkerEvents } from 'graphile-worker';
import { Client } from 'pg';
import { WORKER_LOCK_SPACE } from '@/lib/server/worker-lock';

const REAP_MS = 5000;

/** A worker has its lock long before its first job is this old. */
const YOUNGEST = '10 seconds';

/**
 * The queue gives the job of a dead worker to another one only after four hours. Here every worker
 * holds an advisory lock for as long as it lives, which PostgreSQL drops with its connection, also
 * after a kill -9; whoever can take the lock of a worker that still holds jobs frees them.
 */
export function keepAlive(url: string, events: WorkerEvents): { stop: () => Promise<void> } {
  let stopping = false;
  const held = connect(url).then((client) => {
    // Without its lock a worker counts as dead; it ends, and whoever watches it starts another.
    client.on('end', () => {
      if (!stopping) process.exit(1);
    });
    return client;
  });
  // One after the other: a connection runs one query at a time.
  let locked: Promise<unknown> = held;
  events.on('worker:create', ({ worker }) => {
    const lock = lockQuery('pg_advisory_lock', worker.workerId);
    locked = locked.then(async () => (await held).query(lock));
  });
  const timer = setInterval(() => {
    // The next round tries again; jobs are not lost in between.
    void reap(url).catch(() => undefined);
  }, REAP_MS);
  return {
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await (await held).end().catch(() => undefined);
    },
  };
}

/** Frees the jobs of dead workers. @returns the workers that were dead */
export async function reap(url: string): Promise<string[]> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ locked_by: string }>(
      `SELECT DISTINCT locked_by FROM graphile_worker.jobs
       WHERE locked_by IS NOT NULL AND locked_at < now() - interval '${YOUNGEST}'`,
    );
    const dead: string[] = [];
    for (const { locked_by: workerId } of rows) {
      const tried = await client.query<{ free: boolean }>(
        lockQuery('pg_try_advisory_lock', workerId),
      );
      if (tried.rows[0]?.free) dead.push(workerId);
    }
    if (dead.length > 0) {
      await client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead]);
    }
    return dead;
  } finally {
    await client.end();
  }
}

function lockQuery(lock: 'pg_advisory_lock' | 'pg_try_advisory_lock', workerId: string) {
  return { text: `SELECT ${lock}(${WORKER_LOCK_SPACE}, hashtext($1)) AS free`, values: [workerId] };
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'nabla-worker' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

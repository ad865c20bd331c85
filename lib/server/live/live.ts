import 'server-only';
import { Client } from 'pg';
import type { Database } from '@/lib/server/db';
import { env } from '@/lib/server/env';
import { log } from '@/lib/server/log';

/**
 * That something changed, told from any process to every browser that looks at it: PostgreSQL's NOTIFY
 * goes out with the transaction, and each web process listens on one connection. Nothing is told but
 * the topic: what changed is asked for, by whoever may see it.
 */
const CHANNEL = 'nabla_live';

/** After a lost connection; until then the browsers ask by themselves. */
const RETRY_MS = 1000;

/**
 * What may be listened for: `sitting:<id>` for what concerns all who sit it, `attempt:<id>` for one. For
 * staff: `monitor:<id>` for who is where in a sitting, `talk:<id>` for what is asked and told in it.
 */
export type Topic =
  | `sitting:${string}`
  | `attempt:${string}`
  | `monitor:${string}`
  | `talk:${string}`;

type Listener = () => void;

interface Ear {
  listeners: Map<string, Set<Listener>>;
  isOpen: boolean;
}

const shared: { nablaEar?: Ear } & typeof globalThis = globalThis;

/** Tells of a change, once the transaction is committed. */
export async function tell(tx: Database, topic: Topic): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${CHANNEL}, ${topic})`;
}

/** The same of many changes, in one statement. */
export async function tellAll(tx: Database, topics: readonly Topic[]): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_notify(${CHANNEL}, topic) FROM unnest(${[...topics]}::text[]) AS topic`;
}

/**
 * Calls `listener` whenever something of a topic changed, and when it may have been missed.
 * @returns to be called when nobody looks any more
 */
export function listen(topics: readonly Topic[], listener: Listener): () => void {
  shared.nablaEar ??= { listeners: new Map(), isOpen: false };
  const ear = shared.nablaEar;
  for (const topic of topics) {
    const there = ear.listeners.get(topic) ?? new Set();
    ear.listeners.set(topic, there.add(listener));
  }
  if (!ear.isOpen) open(ear);
  return () => {
    for (const topic of topics) {
      const there = ear.listeners.get(topic);
      there?.delete(listener);
      if (there?.size === 0) ear.listeners.delete(topic);
    }
  };
}

function open(ear: Ear): void {
  ear.isOpen = true;
  const client = new Client({
    connectionString: env().DATABASE_URL,
    application_name: 'nabla-live',
    keepAlive: true,
  });
  let gone = false;
  const again = (error?: Error) => {
    if (gone) return;
    gone = true;
    if (error) log().warn({ err: error }, 'the connection that tells of changes was lost');
    void client.end().catch(() => undefined);
    // It does not keep a process alive that has nothing else to do.
    setTimeout(() => open(ear), RETRY_MS).unref();
  };
  client.on('error', again);
  client.on('end', () => again());
  client.on('notification', ({ payload }) => {
    for (const listener of ear.listeners.get(payload ?? '') ?? []) listener();
  });
  client
    .connect()
    .then(() => client.query(`LISTEN ${CHANNEL}`))
    .then(() => {
      // What was told meanwhile was told to nobody.
      for (const listeners of ear.listeners.values()) for (const listener of listeners) listener();
    })
    .catch(again);
}

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/server/db';
import { eventStream } from './event-stream';
import { tell } from './live';

function opened(content?: () => Promise<object>) {
  const topic = `sitting:${randomUUID()}` as const;
  const abort = new AbortController();
  const { body } = eventStream([topic], abort.signal, content ? { content } : {});
  if (!body) throw new Error('no stream');
  const reader = body.getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  return { topic, abort, reader, next };
}

describe('a stream of events', () => {
  it('says at once that something may have changed, and again whenever something did', async () => {
    const { topic, next, reader } = opened();
    expect(await next()).toContain('event: changed');
    // Said once the connection that listens is there.
    expect(await next()).toContain('event: changed');
    await tell(db(), topic);
    expect(await next()).toContain('event: changed');
    await reader.cancel();
  });

  it('brings along what is asked for it, and nothing where that cannot be had', async () => {
    let count = 0;
    const { topic, next, reader } = opened(async () => {
      count++;
      if (count > 1) throw new Error('away');
      return { count };
    });
    expect(await next()).toContain('data: {"count":1}\n\n');
    await tell(db(), topic);
    expect(await next()).toContain('event: changed\ndata: \n\n');
    await reader.cancel();
  });

  it('ends with the request or with the reader, in either order, and nothing is thrown', async () => {
    const first = opened();
    await first.next();
    first.abort.abort();
    await first.reader.cancel();
    const second = opened();
    await second.next();
    await second.reader.cancel();
    second.abort.abort();
    expect((await second.reader.read()).done).toBe(true);
  });
});

import 'server-only';
import { listen, type Topic } from './live';

/** So that proxies do not take the stream for dead. */
const BEAT_MS = 15_000;

/** At most so often is a browser told, however much happens. */
const QUIET_MS = 250;

/** A stream that brings content ends after that, and the browser comes again: whether it may is asked anew. */
const LONGEST_MS = 10 * 60_000;

interface StreamOptions {
  /** Called at the beginning and every quarter of a minute while the browser is there. */
  onBeat?: () => void;
  /** What an event brings along; without it, and where it cannot be had, what changed is asked for. */
  content?: () => Promise<object>;
}

/**
 * Server-sent events (HTML standard, section 9.2): `changed` at the beginning and whenever something of a
 * topic did. The browser connects again by itself.
 */
export function eventStream(
  topics: readonly Topic[],
  signal: AbortSignal,
  options: StreamOptions = {},
): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let isOver = false;
      const end = () => {
        if (isOver) return;
        stop();
        controller.close();
      };
      const stopAll = streamTo((text) => controller.enqueue(encoder.encode(text)), {
        topics,
        end,
        options,
      });
      stop = () => {
        isOver = true;
        stopAll();
      };
      // A browser that goes away ends both the request and the stream, in either order.
      signal.addEventListener('abort', end);
    },
    cancel() {
      stop();
    },
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx would collect it otherwise.
      'x-accel-buffering': 'no',
    },
  });
}

/** @returns what ends it; the second time it does nothing */
function streamTo(
  send: (text: string) => void,
  {
    topics,
    end,
    options: { onBeat, content },
  }: { topics: readonly Topic[]; end: () => void; options: StreamOptions },
): () => void {
  let isOver = false;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let telling = Promise.resolve();
  let prefix = 'retry: 1000\n';
  const changed = () => {
    // One after the other: what was read later is told later.
    telling = telling.then(async () => {
      const data = await content?.().then(JSON.stringify, () => '');
      if (!isOver) send(`${prefix}event: changed\ndata: ${data ?? ''}\n\n`);
      prefix = '';
    });
  };
  const unlisten = listen(topics, () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      changed();
    }, QUIET_MS);
  });
  onBeat?.();
  const beat = setInterval(() => {
    send(': still there\n\n');
    onBeat?.();
  }, BEAT_MS);
  const longest = content && setTimeout(end, LONGEST_MS);
  // Also after a reconnection: something may have changed in between.
  changed();
  return () => {
    isOver = true;
    clearTimeout(soon);
    clearTimeout(longest);
    clearInterval(beat);
    unlisten();
  };
}

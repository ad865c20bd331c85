import 'server-only';
import { listen, type Topic } from './live';

/** So that proxies do not take the stream for dead. */
const BEAT_MS = 15_000;

/** At most so often is a browser told, however much happens. */
const QUIET_MS = 250;

/**
 * Server-sent events (HTML standard, section 9.2): `changed` whenever something of a topic did. The
 * browser connects again by itself.
 * @param onBeat called at the beginning and every quarter of a minute while the browser is there
 */
export function eventStream(
  topics: readonly Topic[],
  signal: AbortSignal,
  onBeat: () => void = () => undefined,
): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      let soon: ReturnType<typeof setTimeout> | undefined;
      const unlisten = listen(topics, () => {
        soon ??= setTimeout(() => {
          soon = undefined;
          send('event: changed\ndata: \n\n');
        }, QUIET_MS);
      });
      onBeat();
      const beat = setInterval(() => {
        send(': still there\n\n');
        onBeat();
      }, BEAT_MS);
      let isOver = false;
      stop = () => {
        isOver = true;
        clearTimeout(soon);
        clearInterval(beat);
        unlisten();
      };
      // A browser that goes away ends both the request and the stream, in either order.
      signal.addEventListener('abort', () => {
        if (isOver) return;
        stop();
        controller.close();
      });
      // Also after a reconnection: something may have changed in between.
      send('retry: 1000\nevent: changed\ndata: \n\n');
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

/**
 * The web server: Next behind a front door of ours, in a process that ends when the one that started
 * it is gone. Plain JavaScript, so that nothing stands between Next and Node.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import next from 'next';
import sirv from 'sirv';

const { values } = parseArgs({
  options: {
    dev: { type: 'boolean', default: false },
    port: { type: 'string' },
    hostname: { type: 'string' },
  },
});
const port = Number(values.port);
const { dev, hostname } = values;

process.on('disconnect', () => process.exit(0));

const app = next({ dev, hostname, port });
await app.prepare();
const handle = app.getRequestHandler();
const upgrade = app.getUpgradeHandler();

/** Where the built site has its scripts, styles and fonts; their names change with their content. */
const STATIC = '/_next/static';
const YEAR_S = 365 * 24 * 60 * 60;
/** Sends them as they were compressed by the build; in development there is nothing to send. */
const sendStatic = dev
  ? null
  : sirv(join(import.meta.dirname, '..', '..', '.next', 'static'), {
      brotli: true,
      gzip: true,
      immutable: true,
      maxAge: YEAR_S,
      setHeaders: (response) => response.setHeader('x-content-type-options', 'nosniff'),
    });

/** What no page or route of ours is called, and what neither Next nor PostgreSQL can take. */
function isMalformed(url) {
  try {
    const path = decodeURIComponent(url.split('?')[0]);
    return path.includes('\0');
  } catch {
    // Half of a character, or a percent sign with no number behind it.
    return true;
  }
}

const server = createServer((request, response) => {
  // Nobody else may say who is at the other end.
  request.headers['x-nabla-peer'] = request.socket.remoteAddress ?? '';
  // What was asked for, before Next takes its own parts off: Safe Exam Browser signs it.
  request.headers['x-nabla-url'] = request.url ?? '';
  const url = request.url ?? '/';
  if (!isMalformed(url)) {
    if (!sendStatic || !url.startsWith(`${STATIC}/`)) return void handle(request, response);
    request.url = url.slice(STATIC.length);
    return sendStatic(request, response, () => {
      request.url = url;
      void handle(request, response);
    });
  }
  const error = { code: 'INVALID', message: 'The address of this request is malformed.' };
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error }));
});
server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
// Longer than proxies keep idle connections: they must not send into one that we close.
server.keepAliveTimeout = 75_000;

const ANSWERING_MS = 3000;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    // What is under way is answered; streams of events have no end of their own.
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), ANSWERING_MS).unref();
  });
}
server.listen(port, hostname);

import { request } from 'node:http';
import { createServer } from 'node:https';
import { generate } from 'selfsigned';

/** HTTPS in front of a site, as a reverse proxy makes it. */
export interface TlsProxy {
  close: () => Promise<void>;
}

/** Speaks TLS with a certificate made for the moment, and passes everything on to `target`. */
export async function startTlsProxy(port: number, target: string): Promise<TlsProxy> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const { method, headers, url } = incoming;
    const forwarded = {
      ...headers,
      'x-forwarded-for': incoming.socket.remoteAddress ?? '',
      'x-forwarded-proto': 'https',
    };
    const passed = request(
      new URL(url ?? '/', target),
      { method, headers: forwarded },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

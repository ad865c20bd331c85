import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

interface TestMail {
  from: string;
  to: string[];
  /** As it came over the wire, quoted-printable and all. */
  raw: string;
  /** Whether the connection was encrypted when it came. */
  secure: boolean;
  /** Who had signed in; empty for nobody. */
  user: string;
}

export interface TestMailServer {
  port: number;
  mails: TestMail[];
  /** What the server answers to addressees, with a code; null where it takes everybody. */
  refuse: { code: number; words: string } | null;
  close: () => Promise<void>;
}

/** A real mail server on this computer that keeps what it is handed. Without TLS unless `options` have a key. */
export async function openMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key === undefined ? ['STARTTLS'] : [],
    logger: false,
    onRcptTo(_address, _session, callback) {
      const { refuse } = opened;
      callback(refuse && Object.assign(new Error(refuse.words), { responseCode: refuse.code }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        opened.mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
          secure: session.secure,
          user: typeof session.user === 'string' ? session.user : '',
        });
        callback(null, 'taken');
      });
    },
    ...options,
  });
  const opened: TestMailServer = {
    ...{ port: 0, mails: [], refuse: null },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  opened.port = portOf(server.server.address());
  return opened;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('it listens nowhere');
  return address.port;
}

/** The text of a mail: its quoted-printable lines put together again. */
export function unquoted(raw: string): string {
  const bytes = raw
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

import { generate } from 'selfsigned';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMailServer, type TestMailServer, unquoted } from '@/lib/testing/smtp';

const LETTER = {
  ...{ to: 'ada@nabla.example', subject: 'Prüfung: your account' },
  ...{ text: 'Hello Ada – here is a link.\n', html: '<p>Hello Ada</p>' },
};

let server: TestMailServer | null = null;

beforeEach(() => {
  for (const name of ['DATABASE_URL', 'NEXTAUTH_SECRET', 'RECEIPT_KEY']) vi.stubEnv(name, 'x');
  vi.stubEnv('NEXTAUTH_URL', 'https://exam.example');
  vi.stubEnv('NABLA_MAIL_FROM', 'Exams <exams@nabla.example>');
});

afterEach(async () => {
  await server?.close();
  server = null;
  vi.unstubAllEnvs();
});

/** Sends a letter by an address of a mail server, as a process does that was started with it. */
async function sendBy(url: string) {
  vi.resetModules();
  vi.stubEnv('NABLA_SMTP_URL', url);
  const { sendMail } = await import('./mail');
  return sendMail(LETTER);
}

const SIGNING_IN = {
  authOptional: false,
  onAuth: (
    { username, password }: { username?: string | null; password?: string | null },
    _session: unknown,
    callback: (error: Error | null, response?: { user: string }) => void,
  ) =>
    password === 'right' && username
      ? callback(null, { user: username })
      : callback(new Error('wrong password')),
};

describe('a mail', () => {
  it('comes with its text and its HTML, from whom the settings say', async () => {
    server = await openMailServer();
    const sent = await sendBy(`smtp://127.0.0.1:${server.port}`);
    expect(sent).toEqual({ ok: true, value: expect.stringContaining('taken') });
    const [mail] = server.mails;
    expect(mail).toMatchObject({
      from: 'exams@nabla.example',
      to: [LETTER.to],
      secure: false,
      user: '',
    });
    expect(unquoted(mail?.raw ?? '')).toContain('Hello Ada – here is a link.');
    expect(mail?.raw).toContain('<p>Hello Ada</p>');
    expect(mail?.raw).toMatch(/^From: Exams <exams@nabla\.example>/m);
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  });

  it('goes encrypted where the server offers STARTTLS, and signed in', async () => {
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
    server = await openMailServer({ ...SIGNING_IN, cert, key });
    const { port } = server;
    const trusting = `smtp://exams:right@127.0.0.1:${port}?tls.rejectUnauthorized=false`;
    expect((await sendBy(trusting)).ok).toBe(true);
    expect(server.mails).toEqual([expect.objectContaining({ secure: true, user: 'exams' })]);
    // A certificate of nobody's is not taken unless the settings say so.
    const strict = await sendBy(`smtp://exams:right@127.0.0.1:${port}`);
    expect(strict).toMatchObject({ ok: false, error: { isFinal: false } });
    expect(server.mails).toHaveLength(1);
  });

  it('is tried again where the password is refused, or nobody listens', async () => {
    server = await openMailServer({ ...SIGNING_IN, allowInsecureAuth: true });
    const wrong = await sendBy(`smtp://exams:wrong@127.0.0.1:${server.port}`);
    expect(wrong).toMatchObject({ error: { isFinal: false, words: expect.stringMatching(/535/) } });
    const nobody = await sendBy('smtp://127.0.0.1:1');
    expect(nobody).toMatchObject({ error: { isFinal: false, words: expect.any(String) } });
  });

  it('keeps a password from a server elsewhere that offers no encryption', async () => {
    server = await openMailServer({ ...SIGNING_IN, allowInsecureAuth: true });
    // This computer, by an address that does not say so.
    const sent = await sendBy(`smtp://exams:right@0.0.0.0:${server.port}`);
    expect(sent).toMatchObject({ error: { words: expect.stringMatching(/TLS/i) } });
    expect(server.mails).toEqual([]);
  });

  it('tells an addressee whom the server refuses for good from one it refuses for now', async () => {
    server = await openMailServer();
    server.refuse = { code: 550, words: 'no such user' };
    const url = `smtp://127.0.0.1:${server.port}`;
    expect(await sendBy(url)).toMatchObject({
      error: { isFinal: true, words: '550 no such user' },
    });
    server.refuse = { code: 450, words: 'greylisted' };
    expect(await sendBy(url)).toMatchObject({ error: { isFinal: false, words: '450 greylisted' } });
  });
});

describe('the settings of mail', () => {
  it('are refused where they are no mail server, or lack a sender', async () => {
    await expect(sendBy('https://mail.example')).rejects.toThrow(/NABLA_SMTP_URL.*smtp:/);
    vi.stubEnv('NABLA_MAIL_FROM', 'nobody');
    await expect(sendBy('smtp://mail.example')).rejects.toThrow(/NABLA_MAIL_FROM/);
    vi.stubEnv('NABLA_MAIL_FROM', '');
    await expect(sendBy('smtp://mail.example')).rejects.toThrow(/needs NABLA_MAIL_FROM/);
  });
});

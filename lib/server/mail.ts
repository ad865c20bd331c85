import 'server-only';
import { createTransport } from 'nodemailer';
import { fail, ok, type Result } from '@/lib/result';
import { env } from './env';

export interface Letter {
  /** An address, without a name. */
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Why a mail was not taken. */
export interface MailProblem {
  /** What the mail server said, or what was in the way of asking it. */
  words: string;
  /** The server refused this mail for good: trying again would not help. */
  isFinal: boolean;
}

/** After so long without a sign of the mail server a try is over. */
const SILENCE_MS = 60_000;
const CONNECT_MS = 20_000;

/** More than any mail server has to say. */
const MOST_WORDS = 500;

/** Whether mails can be sent. Where not, links are shown to be copied. */
export function isMailSetUp(): boolean {
  return env().NABLA_SMTP_URL !== undefined;
}

/**
 * Hands one mail to the mail server.
 * @returns what the server answered
 */
export async function sendMail(letter: Letter): Promise<Result<string, MailProblem>> {
  const { NABLA_SMTP_URL: url, NABLA_MAIL_FROM: from } = env();
  if (url === undefined) {
    return fail({ words: 'Mail is not set up (NABLA_SMTP_URL).', isFinal: true });
  }
  const transport = createTransport({
    url,
    // A password is not sent in clear, except to this computer.
    requireTLS: hasPassword(url) && !isThisComputer(url),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // A letter is text: nothing in it names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { response } = await transport.sendMail({
      ...letter,
      from,
      // No answers of machines that are on holiday.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
    return ok(response.slice(0, MOST_WORDS));
  } catch (error) {
    return fail(problemOf(error));
  } finally {
    transport.close();
  }
}

function hasPassword(url: string): boolean {
  return new URL(url).username !== '';
}

function isThisComputer(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}

/**
 * A reply that begins with 5 to the addressee or the mail itself is for good (RFC 5321, section 4.2.1);
 * where the sender or the password is refused, or nobody answers, it may be mended meanwhile.
 */
function problemOf(error: unknown): MailProblem {
  if (!(error instanceof Error)) return { words: String(error), isFinal: false };
  const code = 'responseCode' in error ? Number(error.responseCode) : 0;
  const isAboutMail = 'command' in error && /^(RCPT TO|DATA)$/.test(String(error.command));
  // Of a step before that the server's words alone would not say which it was.
  const reply = isAboutMail && 'response' in error && error.response ? String(error.response) : '';
  return {
    words: (reply || error.message).slice(0, MOST_WORDS),
    isFinal: isAboutMail && code >= 500,
  };
}

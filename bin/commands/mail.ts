import { misused, note, onDatabase, print, problemBehind, readCall, refused } from './common';

const USAGE = `nabla mail test <address>     sends one mail and prints what the mail server answers
nabla mail list               the newest mails and what became of them`;

const MOST_LISTED = 50;

/**
 * `nabla mail …`: whether mail is sent.
 * @returns the exit status: 0; 1 where the mail server does not take it; 2 for wrong arguments
 */
export async function run(args: readonly string[]): Promise<number> {
  const called = readCall(args, [], []);
  if (!called.ok) return misused(USAGE, called.error);
  const { name, what } = called.value;
  if (name !== 'test' && name !== 'list')
    return misused(USAGE, name === '' ? '' : `no command "mail ${name}"`);
  const needs = name === 'test' ? 'the address to send it to' : undefined;
  const problem = problemBehind(`mail ${name}`, what === '' ? [] : [what], needs);
  if (problem !== null) return misused(USAGE, problem);
  return name === 'test' ? test(what) : list();
}

async function test(address: string): Promise<number> {
  const { emailSchema } = await import('@/lib/features/people/schema');
  const to = emailSchema.safeParse(address);
  if (!to.success) return misused(USAGE, `"${address}" is no e-mail address`);
  // What is around the database is read from .env too.
  return onDatabase(async () => {
    const { sendMail } = await import('@/lib/server/mail');
    const sent = await sendMail({
      to: to.data,
      subject: 'A mail from Nabla',
      text: 'Nabla can send mail. There is nothing to do.\n',
      html: '<!doctype html><p>Nabla can send mail. There is nothing to do.</p>',
    });
    if (!sent.ok) return refused({ message: `not sent: ${sent.error.words}` });
    print(`Sent. The mail server said: ${sent.value}`);
    return 0;
  });
}

async function list(): Promise<number> {
  return onDatabase(async () => {
    const { newestMails } = await import('@/lib/features/mail/data');
    const { serverAdmin } = await import('@/lib/features/people/policy');
    const mails = await newestMails(serverAdmin(), MOST_LISTED);
    if (mails.length === 0) note('There is no mail yet.');
    for (const { to, state, at, words } of mails)
      print(`${at}  ${state.toLowerCase()}  ${to}${words === '' ? '' : `: ${words}`}`);
    return 0;
  });
}

import type { Letter } from '@/lib/server/mail';

/** What a mail with a link to a password says. */
export interface LetterFacts {
  to: string;
  name: string;
  purpose: 'INVITATION' | 'RESET';
  /** Null where it is of no course. */
  courseTitle: string | null;
  /** The whole address of the link. */
  link: string;
  expiresAt: Date;
  timeZone: string;
}

/** The mail as text, and the same as simple HTML. */
export function letterOf(facts: LetterFacts): Letter {
  const { to, link } = facts;
  const { subject, why, button } = wordsOf(facts);
  const greeting = `Hello ${facts.name},`;
  const until = `It works once, until ${momentOf(facts)}. You sign in with this e-mail address: ${to}`;
  const unasked =
    'If you did not expect this mail, leave it: nothing changes unless somebody opens the link.';
  return {
    to,
    subject,
    text: [greeting, why, link, until, unasked].join('\n\n').concat('\n'),
    html: [
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>',
      `${escaped(subject)}</title></head><body style="${BODY}">`,
      `<p>${escaped(greeting)}</p><p>${escaped(why)}</p>`,
      `<p><a href="${escaped(link)}" style="${BUTTON}">${button}</a></p>`,
      `<p>Or open this address: <br>${escaped(link)}</p>`,
      `<p>${escaped(until)}</p><p style="color:#555">${escaped(unasked)}</p></body></html>`,
    ].join(''),
  };
}

const BODY = 'font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em';
const BUTTON =
  'display:inline-block;padding:10px 18px;background:#1c3f94;color:#fff;text-decoration:none;border-radius:6px';

function wordsOf({ purpose, courseTitle, link }: LetterFacts) {
  const site = new URL(link).host;
  const exams = courseTitle === null ? `exams at ${site}` : `“${courseTitle}”, exams at ${site}`;
  return purpose === 'INVITATION'
    ? {
        subject: `${courseTitle ?? site}: your account for exams`,
        why: `You have been added to ${exams}. With this link you set your password, and then you can sign in:`,
        button: 'Set your password',
      }
    : {
        subject: `${courseTitle ?? site}: a new password`,
        why: `With this link you set a new password for your account for ${exams}. Until you do, the one before stays:`,
        button: 'Set a new password',
      };
}

function momentOf({ expiresAt, timeZone }: LetterFacts): string {
  const words = new Intl.DateTimeFormat('en-GB', {
    ...{ dateStyle: 'full', timeStyle: 'short', timeZone },
  }).format(expiresAt);
  return `${words} (${timeZone})`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

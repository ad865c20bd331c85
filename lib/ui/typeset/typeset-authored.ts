import { NO_PICTURES, type Pictures } from './pictures';
import { RecentTexts } from './recent-texts';
import { type Form, typeset } from './typeset';

/**
 * A formula takes some three thousand characters of HTML, a whole exam some half a million. At two bytes
 * a character this is at most sixteen megabytes. A server has two of these: that of server components, and
 * that of client components which it draws for the first time.
 */
const recent = new RecentTexts({ entries: 4000, characters: 8_000_000 });

/**
 * As `typeset`, once for a text that is asked for again and again: for what authors write, which everyone
 * sees, and for our own words. Never for what a student wrote: that would stay after they have left, and
 * what is fast would tell others that somebody wrote the same.
 */
export function typesetAuthored(
  text: string,
  form: Form,
  pictures: Pictures = NO_PICTURES,
): string | null {
  // Two exams, or two versions of one, may mean different pictures by the same words.
  const meant = text.includes('![') ? JSON.stringify(pictures) : '';
  const key = `${form} ${meant} ${text}`;
  const kept = recent.get(key);
  if (kept !== null) return kept;
  const html = typeset(text, form, pictures);
  if (html !== null) recent.set(key, html);
  return html;
}

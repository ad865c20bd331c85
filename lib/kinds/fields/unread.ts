import { type Judged, wrong } from '@/lib/kinds/judged';
import type { MathError } from '@/lib/math/core/error';
import { placeOf } from './read-field';

/**
 * What becomes of a text that has no value. What was read and is a fault, such as shapes that do not
 * fit one another, is wrong, with both shapes as witness. Anything else was not read, and no machine
 * judges what it has not read: a person does.
 * @param what names what was written and begins the sentence, for example `$x$` or `Line 2`
 */
export function judgeUnread(what: string, text: string, error: MathError): Judged {
  if (error.isFault) return wrong(`${what}: ${error.message}`);
  return {
    share: 0,
    verdict: 'review',
    message: `${what} could not be read: ${error.message}`,
    evidence: `Not readable ${placeOf(text, error)}.`,
    unread: true,
    place: {
      text,
      start: Math.min(error.start, text.length),
      end: Math.min(error.end, text.length),
    },
  };
}

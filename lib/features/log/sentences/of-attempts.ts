import type { JsonValue } from '@/lib/exam/check';
import { fieldOf, type LogAction, type LogFacts, quoted, textOf } from './sentence';

/** What is done to attempts: by their writers, by staff who mark them, and in the room. */
export const OF_ATTEMPTS = {
  'attempt.start': attempt(({ sitting }) => `began ${sitting}`),
  'attempt.submit': attempt(({ isOwn, whom, sitting, detail }) => {
    if (isOwn) return `handed in ${sitting}`;
    const why = textOf(detail, 'submittedBy') === 'SWEEPER' ? ', when the time was over' : '';
    return `handed in ${sitting} for ${whom}${why}`;
  }),
  'attempt.hand-in-for': attempt(({ whom, sitting }) => `handed in ${sitting} for ${whom}`),
  'attempt.reopen': attempt(
    ({ whom, sitting, detail }) =>
      `opened ${sitting} again for ${whom}, for ${textOf(detail, 'minutes')} minutes`,
  ),
  'attempt.withdraw': attempt(({ whom, sitting }) => `withdrew ${sitting} of ${whom}`),
  'attempt.restore': attempt(
    ({ whom, sitting }) => `took back that ${sitting} of ${whom} was withdrawn`,
  ),
  'mark.override': mark(
    ({ whom, sitting, detail }) =>
      `gave ${whom} ${points(detail)} for part ${textOf(detail, 'partId')} of ${sitting}${before(detail)}`,
  ),
  'mark.comment': mark(
    ({ whom, sitting, detail }) =>
      `commented on part ${textOf(detail, 'partId')} of ${sitting} by ${whom}`,
  ),
  'mark.withdraw': mark(
    ({ whom, sitting, detail }) =>
      `withdrew the score of ${whom} for part ${textOf(detail, 'partId')} of ${sitting}, so that the grade counts again`,
  ),
  'late.accept': late('accepted what arrived late'),
  'late.leave': late('left what arrived late'),
  'late.take-back': late('no longer accepts what arrived late'),
  'grading.restart': mark(({ whom, sitting }) => `had ${sitting} by ${whom} graded again`),
  'notice.announce': notice(({ whom, sitting, detail }) =>
    whom === ''
      ? `announced to everybody in ${sitting}: ${quoted(textOf(detail, 'text'))}`
      : `told ${whom} in ${sitting}: ${quoted(textOf(detail, 'text'))}`,
  ),
  'notice.erratum': notice(
    ({ sitting, detail }) =>
      `corrected ${part(detail)}${sitting}: ${quoted(textOf(detail, 'text'))}`,
  ),
  'question.ask': notice(({ sitting }) => `asked a question in ${sitting}`),
  'question.answer': notice(({ whom, sitting, detail }) => {
    const toAll = fieldOf(detail, 'toAll') === true ? ', to everybody' : '';
    return `answered a question of ${whom} in ${sitting}${toAll}: ${quoted(textOf(detail, 'text'))}`;
  }),
} as const;

function attempt(says: (facts: LogFacts) => string): LogAction {
  return { kind: 'attempt', forGraders: true, says };
}

function mark(says: (facts: LogFacts) => string): LogAction {
  return { kind: 'mark', forGraders: true, says };
}

/** A decision about an answer that arrived after the end. */
function late(decided: string): LogAction {
  return mark(
    ({ whom, sitting, detail }) =>
      `${decided} of ${whom} for part ${textOf(detail, 'partId')} of ${sitting}`,
  );
}

function notice(says: (facts: LogFacts) => string): LogAction {
  return { kind: 'notice', forGraders: true, says };
}

function points(detail: JsonValue): string {
  const score = textOf(detail, 'score');
  return `${score} ${score === '1' ? 'point' : 'points'}`;
}

/** What counted before a mark. */
function before(detail: JsonValue): string {
  const counted = fieldOf(detail, 'before');
  const score = textOf(counted, 'score');
  if (score === '') return '';
  return ` instead of ${score}${textOf(counted, 'by') === 'person' ? '' : ' by the machine'}`;
}

function part(detail: JsonValue): string {
  const partId = textOf(detail, 'partId');
  return partId === '' ? '' : `part ${partId} of `;
}

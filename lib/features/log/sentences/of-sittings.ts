import type { JsonValue } from '@/lib/exam/check';
import { countOf, fieldOf, type LogAction, type LogFacts, many, textOf } from './sentence';

/** What is done to sittings, to the time that people have in them, and to exams. */
export const OF_SITTINGS = {
  'sitting.create': sitting((facts) => `made the sitting ${facts.sitting}`),
  'sitting.edit': sitting((facts) => {
    const moved = countOf(facts.detail, 'moved');
    const ends = moved > 0 ? `; the end of ${many(moved, 'attempt', 'attempts')} moved` : '';
    return `changed ${facts.sitting}${changed(facts.detail)}${ends}`;
  }),
  'sitting.start': { ...sitting((facts) => `started ${facts.sitting}`), forGraders: true },
  'sitting.archive': sitting((facts) => `archived ${facts.sitting}`),
  'sitting.unarchive': sitting((facts) => `took ${facts.sitting} back from the archive`),
  'sitting.version': sitting(
    (facts) => `put version ${textOf(facts.detail, 'version')} of the exam into ${facts.sitting}`,
  ),
  'results.release': {
    ...sitting((facts) => {
      const closed = fieldOf(facts.detail, 'closed') === true ? ', and closed it' : '';
      return `released the results of ${facts.sitting}${closed}`;
    }),
    forGraders: true,
  },
  'practice.show-early': sitting((facts) =>
    fieldOf(facts.detail, 'shows') === true
      ? `let ${facts.sitting} show its solutions although an exam is ahead`
      : `had ${facts.sitting} keep its solutions while an exam is ahead`,
  ),
  'time.accommodate': time(
    ({ whom, detail }) => `gave ${whom} more time in the whole course: ${terms(detail)}`,
  ),
  'time.grant': time(
    (facts) => `gave ${facts.whom} more time in ${facts.sitting}: ${terms(facts.detail)}`,
  ),
  'time.give': time(
    (facts) =>
      `gave ${facts.whom} ${many(countOf(facts.detail, 'givenMinutes'), 'minute', 'minutes')} on top in ${facts.sitting}`,
  ),
  'time.give-more': time(
    (facts) => `gave ${facts.whom} ${minutesOf(facts.detail)} more in ${facts.sitting}`,
  ),
  'time.give-everybody': time(
    (facts) => `gave everybody ${minutesOf(facts.detail)} more in ${facts.sitting}`,
  ),
  'time.drop': time((facts) => {
    const where = facts.sitting === '' ? 'the whole course' : facts.sitting;
    return `took back the more time of ${facts.whom} in ${where}`;
  }),
  'exam.upload': exam(({ detail }) => `uploaded an exam: ${textOf(detail, 'name')}`),
  'exam.publish': exam((facts) => `published ${facts.exam}`),
  'exam.trial': exam((facts) => `began a test run of ${facts.exam}`),
} as const;

function sitting(says: (facts: LogFacts) => string): LogAction {
  return { kind: 'sitting', forGraders: false, says };
}

function time(says: (facts: LogFacts) => string): LogAction {
  return { kind: 'time', forGraders: false, says };
}

function exam(says: (facts: LogFacts) => string): LogAction {
  return { kind: 'exam', forGraders: false, says };
}

function minutesOf(detail: JsonValue): string {
  return many(countOf(detail, 'minutes'), 'minute', 'minutes');
}

function terms(detail: JsonValue): string {
  const minutes = countOf(detail, 'extraMinutes');
  const factor = textOf(detail, 'factor');
  const more = minutes > 0 ? ` and ${many(minutes, 'minute', 'minutes')}` : '';
  return `the minutes × ${factor}${more}`;
}

/** The fields of a sitting as its form calls them. */
const FIELDS: Readonly<Record<string, string>> = {
  versionId: 'the exam',
  title: 'the title',
  mode: 'the mode',
  opensAt: 'the opening',
  closesAt: 'the closing',
  minutes: 'the minutes',
  timeZone: 'the time zone',
  accessCode: 'the access code',
  listOnly: 'who may take it',
  addressRanges: 'the networks',
  sebConfigKeys: 'Safe Exam Browser',
  sebExamKeys: 'Safe Exam Browser',
  holds: 'whether it waits for a start',
  givenMinutes: 'the minutes on top',
};

function changed(detail: JsonValue): string {
  const keys = detail !== null && typeof detail === 'object' ? Object.keys(detail) : [];
  const fields = [...new Set(keys.flatMap((key) => FIELDS[key] ?? []))];
  return fields.length > 0 ? `: ${fields.join(', ')}` : '';
}

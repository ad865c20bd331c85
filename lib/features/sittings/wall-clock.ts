import { Temporal } from 'temporal-polyfill';
import { fail, ok, type Result } from '@/lib/result';

/** What a written time may mean on the night on which clocks are put back: which of the two. */
export interface TimeChoice {
  /** The time with its offset, as it may be written instead. */
  written: string;
  label: string;
}

export interface ClockProblem {
  message: string;
  /** Where the time comes twice; else there is nothing to choose. */
  choices: TimeChoice[];
}

const WRITTEN = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})([+-]\d{2}:\d{2})?$/;

/** Whether this is the name of a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(name);
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/**
 * The moment of a date and time on the wall of a place, `2026-10-25T09:00`. A time that does not come
 * there is refused; one that comes twice is asked about, unless its offset is written behind it.
 */
export function momentOf(written: string, zone: string): Result<Date, ClockProblem> {
  const [, date = '', time = '', offset] = WRITTEN.exec(written.trim()) ?? [];
  const local = plainTime(`${date}T${time}`);
  if (!local) return problem('Write a date and a time, as in 2026-07-14T09:00.');
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.offset === later.offset && offset === undefined) return ok(dateOf(earlier));
  const shown = `${date} ${time}`;
  if (!earlier.toPlainDateTime().equals(local)) {
    const next = later.toPlainDateTime().toString().slice(11, 16);
    return problem(
      `${shown} does not come in ${zone}: clocks are put forward. The hour goes on at ${next}.`,
    );
  }
  const meant = [earlier, later].find((each) => each.offset === offset);
  if (meant) return ok(dateOf(meant));
  if (offset !== undefined) {
    return problem(`${shown} is not at UTC${offset} in ${zone} but at UTC${earlier.offset}.`);
  }
  return problem(`${shown} comes twice in ${zone}: clocks are put back. Say which.`, [
    { written: `${date}T${time}${earlier.offset}`, label: `the first, UTC${earlier.offset}` },
    { written: `${date}T${time}${later.offset}`, label: `the second, UTC${later.offset}` },
  ]);
}

/** A moment as it is written in a zone; with its offset where the time comes twice. */
export function writtenIn(moment: Date, zone: string): string {
  const zoned = zonedOf(moment, zone);
  const local = zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return momentOf(local, zone).ok ? local : `${local}${zoned.offset}`;
}

/** `Tue 14 Jul, 9:00`; the time alone where the day is that of `beside`, the year too where it is another. */
export function shownIn(moment: Date, zone: string, beside?: Date): string {
  const sameDay =
    beside !== undefined &&
    zonedOf(moment, zone).toPlainDate().equals(zonedOf(beside, zone).toPlainDate());
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
  }).format(moment);
  if (sameDay) return time;
  const isOtherYear =
    beside !== undefined && zonedOf(moment, zone).year !== zonedOf(beside, zone).year;
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isOtherYear && { year: 'numeric' }),
  }).format(moment);
  return `${day}, ${time}`;
}

function plainTime(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function zonedOf(moment: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
}

function dateOf(zoned: Temporal.ZonedDateTime): Date {
  return new Date(zoned.epochMilliseconds);
}

function problem(message: string, choices: TimeChoice[] = []): Result<never, ClockProblem> {
  return fail({ message, choices });
}

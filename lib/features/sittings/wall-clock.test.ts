import { describe, expect, it } from 'vitest';
import { isTimeZone, momentOf, shownIn, writtenIn } from './wall-clock';

const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';

const utc = (written: string, zone: string) => {
  const moment = momentOf(written, zone);
  return moment.ok ? moment.value.toISOString().slice(0, 16) : moment.error.message;
};

describe('a time on the wall', () => {
  it.each([
    ['2026-07-14T09:00', BERLIN, '2026-07-14T07:00'],
    ['2026-01-14 09:00', BERLIN, '2026-01-14T08:00'],
    ['2026-07-14T09:00', NEW_YORK, '2026-07-14T13:00'],
    // The nights on which clocks change, before and after.
    ['2026-03-29T01:59', BERLIN, '2026-03-29T00:59'],
    ['2026-03-29T03:00', BERLIN, '2026-03-29T01:00'],
    ['2026-10-25T01:59', BERLIN, '2026-10-24T23:59'],
    ['2026-10-25T03:00', BERLIN, '2026-10-25T02:00'],
    ['2026-10-25T02:30+02:00', BERLIN, '2026-10-25T00:30'],
    ['2026-10-25T02:30+01:00', BERLIN, '2026-10-25T01:30'],
    ['2026-11-01T01:30-04:00', NEW_YORK, '2026-11-01T05:30'],
    ['2026-11-01T01:30-05:00', NEW_YORK, '2026-11-01T06:30'],
    ['2026-07-14T09:00+02:00', BERLIN, '2026-07-14T07:00'],
  ])('%s in %s is %s UTC', (written, zone, expected) => {
    expect(utc(written, zone)).toBe(expected);
  });

  it.each([
    ['2026-03-29T02:00', BERLIN, /does not come .* goes on at 03:00/],
    ['2026-03-29T02:30+01:00', BERLIN, /does not come/],
    ['2026-03-08T02:30', NEW_YORK, /does not come/],
    ['2026-07-14T09:00+01:00', BERLIN, /is not at UTC\+01:00 .* but at UTC\+02:00/],
    ['2026-10-25T02:30+05:00', BERLIN, /is not at UTC\+05:00/],
    ['2026-02-30T09:00', BERLIN, /Write a date/],
    ['2026-07-14T24:30', BERLIN, /Write a date/],
    ['tomorrow', BERLIN, /Write a date/],
    ['', BERLIN, /Write a date/],
  ])('%s in %s is refused', (written, zone, message) => {
    expect(utc(written, zone)).toMatch(message);
  });

  it('that comes twice is asked about, and either answer is taken', () => {
    const asked = momentOf('2026-10-25T02:00', BERLIN);
    const choices = asked.ok ? [] : asked.error.choices;
    expect(choices.map(({ written }) => utc(written, BERLIN))).toEqual([
      '2026-10-25T00:00',
      '2026-10-25T01:00',
    ]);
  });

  it('is written so that it is read back as the same moment', () => {
    for (const zone of [BERLIN, NEW_YORK, 'Asia/Kathmandu', 'UTC']) {
      for (let hours = 0; hours < 48; hours++) {
        for (const day of ['2026-03-28', '2026-10-24', '2026-03-07', '2026-10-31']) {
          const moment = new Date(Date.parse(`${day}T00:30:00Z`) + hours * 3_600_000);
          expect(utc(writtenIn(moment, zone), zone)).toBe(moment.toISOString().slice(0, 16));
        }
      }
    }
  });
});

it('is shown with its day, or without where that is known', () => {
  const opens = new Date('2026-07-14T07:00:00Z');
  const closes = new Date('2026-07-14T10:30:00Z');
  expect(shownIn(opens, BERLIN)).toBe('Tue 14 Jul, 9:00');
  expect(shownIn(closes, BERLIN, opens)).toBe('12:30');
  expect(shownIn(closes, 'Pacific/Kiritimati', opens)).toBe('Wed 15 Jul, 0:30');
  expect(shownIn(new Date('2027-07-14T07:00:00Z'), BERLIN, opens)).toBe('Wed, 14 Jul 2027, 9:00');
});

it('knows time zones', () => {
  expect([BERLIN, 'UTC', 'Mars/Olympus', '', '+02:00'].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

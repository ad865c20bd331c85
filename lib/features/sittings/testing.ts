import type { SittingInput } from './schema';

/** A sitting as its form sends it: 9 to 12 o'clock of the tests' day in UTC, 60 minutes. */
export function written(versionId: string, changes: Partial<SittingInput> = {}): SittingInput {
  return {
    versionId,
    title: 'A sitting',
    mode: 'EXAM',
    opens: '2026-02-01T09:00',
    closes: '2026-02-01T12:00',
    minutes: 60,
    timeZone: 'UTC',
    accessCode: null,
    candidates: null,
    addressRanges: [],
    sebConfigKeys: [],
    sebExamKeys: [],
    holds: false,
    givenMinutes: 0,
    ...changes,
  };
}

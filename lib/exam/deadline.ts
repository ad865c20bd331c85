/** The times of a sitting: when one may begin and how long one has. */
export interface SittingTimes {
  opensAt: Date;
  closesAt: Date;
  minutes: number;
}

/** What one person gets beyond that: `minutes x factor + extraMinutes`. */
export interface Allowance {
  factor: number;
  extraMinutes: number;
}

export const NO_ALLOWANCE: Allowance = { factor: 1, extraMinutes: 0 };

/** Where more time for one person comes from; each may be missing. */
export interface TimeSources {
  /** What the sitting says of the person, with what was given while it ran. */
  own: (Allowance & { givenMinutes: number }) | null;
  /** What the course says of the person, for sittings that say nothing. */
  ofCourse: Allowance | null;
  /** What everybody was given while the sitting ran. */
  givenMinutes: number;
}

/** All the more time of one person in one sitting: the only place that adds it up. */
export function allowance({ own, ofCourse, givenMinutes }: TimeSources): Allowance {
  const { factor, extraMinutes } = own ?? ofCourse ?? NO_ALLOWANCE;
  return { factor, extraMinutes: extraMinutes + (own?.givenMinutes ?? 0) + givenMinutes };
}

/** For saves that were on their way when the time ended. */
export const GRACE_MS = 30_000;

const MINUTE_MS = 60_000;

/**
 * When an attempt ends: after its minutes, or with the window, whichever is sooner; more time for a
 * person moves both ends, so that it is not cut off by a window made for the others.
 */
export function deadline(startedAt: Date, times: SittingTimes, allowance: Allowance): Date {
  const { minutes, closesAt } = times;
  const { factor, extraMinutes } = allowance;
  const byDuration = startedAt.getTime() + (minutes * factor + extraMinutes) * MINUTE_MS;
  const byWindow = closesAt.getTime() + (minutes * (factor - 1) + extraMinutes) * MINUTE_MS;
  return new Date(Math.round(Math.min(byDuration, byWindow)));
}

/** Whether one may begin now; the window's last moment is its end, not part of it. */
export function windowState(at: Date, times: SittingTimes): 'early' | 'open' | 'over' {
  if (at < times.opensAt) return 'early';
  return at < times.closesAt ? 'open' : 'over';
}

/** Whether what reaches the server now still counts. */
export function arrivesInTime(at: Date, dueAt: Date): boolean {
  return at.getTime() <= dueAt.getTime() + GRACE_MS;
}

import 'server-only';
import { type Allowance, allowance } from '@/lib/exam/deadline';

interface StoredAllowance {
  factor: { toNumber: () => number };
  extraMinutes: number;
}

/** A sitting as `timesOf` reads it, with `courseTimesOf` under `course`. */
export interface StoredTimes {
  givenMinutes: number;
  accommodations: readonly (StoredAllowance & { givenMinutes: number })[];
  course: { accommodations: readonly StoredAllowance[] };
}

/** What of a sitting says how long one person has, for the select of a query. */
export const timesOf = (personId: string) =>
  ({
    opensAt: true,
    closesAt: true,
    minutes: true,
    givenMinutes: true,
    accommodations: {
      where: { personId },
      select: { factor: true, extraMinutes: true, givenMinutes: true },
    },
  }) as const;

/** The same of its course. */
export const courseTimesOf = (personId: string) =>
  ({
    accommodations: { where: { personId }, select: { factor: true, extraMinutes: true } },
  }) as const;

/** All the more time that the person of `timesOf` has in a sitting. */
export function allowanceOf({ givenMinutes, accommodations, course }: StoredTimes): Allowance {
  const [own] = accommodations;
  const [ofCourse] = course.accommodations;
  return allowance({
    own: own ? { ...plain(own), givenMinutes: own.givenMinutes } : null,
    ofCourse: ofCourse ? plain(ofCourse) : null,
    givenMinutes,
  });
}

function plain({ factor, extraMinutes }: StoredAllowance): Allowance {
  return { factor: factor.toNumber(), extraMinutes };
}

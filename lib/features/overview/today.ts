import type { TaughtSitting } from '@/lib/features/review/data';

export type TodayState =
  | 'held'
  | 'running'
  | 'closing'
  | 'coming'
  | 'deciding'
  | 'decided'
  | 'released';

/** A sitting that matters now, with the one thing that is done about it most. */
export interface TodaySitting {
  id: string;
  title: string;
  isPractice: boolean;
  state: TodayState;
  opensAt: string;
  closesAt: string;
  timeZone: string;
  minutes: number;
  students: number;
  running: number;
  submitted: number;
  undecided: number;
}

/**
 * The sittings that run, begin or end on the day of `at`, each by its own time zone, and the next one
 * where none of them runs: what runs first, then what comes, then what is over, practice behind it.
 */
export function todaysSittings(sittings: readonly TaughtSitting[], at: Date): TodaySitting[] {
  const offered = sittings.filter(({ archivedAt }) => archivedAt === null);
  const isToday = (moment: Date, zone: string) => dayIn(zone, moment) === dayIn(zone, at);
  const now = offered.filter(({ mode, opensAt, closesAt, timeZone, running, ...sitting }) => {
    const isOpenExam = mode === 'EXAM' && sitting.window === 'open' && !sitting.releasedAt;
    return isOpenExam || running > 0 || isToday(opensAt, timeZone) || isToday(closesAt, timeZone);
  });
  const coming = offered
    .filter(({ window }) => window === 'early')
    .toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  const [next] = coming;
  const shown = next && now.every(({ window }) => window === 'over') ? [...now, next] : now;
  return [...new Set(shown)]
    .map(described)
    .toSorted(
      (a, b) =>
        Number(a.isPractice) - Number(b.isPractice) ||
        ORDER[a.state] - ORDER[b.state] ||
        a.opensAt.localeCompare(b.opensAt),
    );
}

/** The day of a moment on the calendars of a place; only whether two are the same is asked. */
function dayIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en', { timeZone }).format(moment);
}

const ORDER: Readonly<Record<TodayState, number>> = {
  ...{ held: 0, running: 1, closing: 2, coming: 3, deciding: 4, decided: 5, released: 6 },
};

function described(sitting: TaughtSitting): TodaySitting {
  const { id, title, mode, opensAt, closesAt, timeZone, minutes } = sitting;
  const { students, running, submitted, undecided } = sitting;
  return {
    ...{ id, title, isPractice: mode === 'PRACTICE', state: stateOf(sitting) },
    ...{ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), timeZone, minutes },
    ...{ students, running, submitted, undecided },
  };
}

function stateOf({
  window,
  isHeld,
  running,
  releasedAt,
  undecided,
  mode,
}: TaughtSitting): TodayState {
  if (window === 'early') return 'coming';
  if (window === 'open' && isHeld) return 'held';
  if (window === 'open' && !releasedAt) return 'running';
  if (running > 0) return 'closing';
  if (releasedAt || mode !== 'EXAM') return 'released';
  return undecided > 0 ? 'deciding' : 'decided';
}

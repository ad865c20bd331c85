import {
  MONITOR_STATES,
  type MonitorColumn,
  type MonitorQuery,
  type MonitorRow,
} from '@/lib/features/monitor/schema';

/** The rows that fit the search and the state, in the order that was asked for; equal ones by name. */
export function arrangeRows(
  rows: readonly MonitorRow[],
  { search, state, sort, direction }: MonitorQuery,
): MonitorRow[] {
  const wanted = plain(search.trim());
  const way = direction === 'asc' ? 1 : -1;
  const key = KEYS[sort];
  return rows
    .filter((row) => (state === 'all' || row.state === state) && plain(row.name).includes(wanted))
    .map((row, place) => ({ row, place, key: key(row) }))
    .sort((a, b) => compare(a.key, b.key, way) || a.place - b.place)
    .map(({ row }) => row);
}

type Key = string | number | null;

const KEYS: Readonly<Record<MonitorColumn, (row: MonitorRow) => Key>> = {
  name: () => null,
  state: ({ state }) => MONITOR_STATES.indexOf(state),
  parts: ({ attemptId, parts }) => (attemptId === null ? null : parts),
  left: ({ dueAt, submittedAt }) => (submittedAt === null ? dueAt : null),
  save: ({ lastSaveAt }) => lastSaveAt,
  remarks: ({ late, conflicts, openQuestions }) => openQuestions * 1000 + late + conflicts,
};

/** What has no value comes last, whichever way. */
function compare(a: Key, b: Key, way: number): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return (a < b ? -1 : 1) * way;
}

/** Whatever the case and the accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

import type { MonitorRow } from '@/lib/features/monitor/schema';
import type { Receivers } from '@/lib/features/sittings/components/more-time-dialog';

/** Everybody who sits it, now or later. */
export function everybody(): Receivers {
  return {
    personIds: null,
    who: 'everybody',
    note: 'Those who begin later get it too.',
  };
}

/**
 * Those of the chosen who may still write.
 * @returns null where nobody is left
 */
export function receiversOf(chosen: readonly MonitorRow[]): Receivers | null {
  const open = chosen.filter(({ submittedAt }) => submittedAt === null);
  if (open.length === 0) return null;
  const over = chosen.length - open.length;
  const waiting = open.filter(({ attemptId }) => attemptId === null).length;
  const [first] = open;
  const notes = [
    waiting > 0
      ? `${waiting} ${waiting === 1 ? 'has' : 'have'} not begun and will have it then.`
      : '',
    over > 0 ? `${over} ${over === 1 ? 'has' : 'have'} handed in and get nothing.` : '',
  ].filter((note) => note !== '');
  return {
    personIds: open.map(({ personId }) => personId),
    who: open.length === 1 ? (first?.name ?? '') : `${open.length} students`,
    note: notes.length > 0 ? notes.join(' ') : null,
  };
}

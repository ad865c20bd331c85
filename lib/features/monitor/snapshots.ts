import { randomUUID } from 'node:crypto';
import type { MonitorRow } from './schema';

/** How a sitting stood at a moment: each row as it was told. */
interface Snapshot {
  stamp: string;
  at: number;
  rows: ReadonlyMap<string, string>;
}

/** A browser asks every few seconds; one that comes later is told all of it. */
const KEPT_MS = 60_000;
const MOST_OF_A_SITTING = 20;

/** What was told of sittings lately, so that the next time only what changed is told. */
export class Snapshots {
  readonly #kept = new Map<string, Snapshot[]>();

  /** Keeps how a sitting stands. @returns what it is known by */
  keep(sittingId: string, rows: readonly MonitorRow[], at: Date): string {
    this.#forget(at.getTime());
    const before = this.#kept.get(sittingId) ?? [];
    const last = before.at(-1)?.rows;
    const texts = new Map(
      rows.map((row) => {
        const text = JSON.stringify(row);
        const known = last?.get(row.personId);
        // The same text is kept once.
        return [row.personId, known === text ? known : text];
      }),
    );
    const stamp = randomUUID();
    this.#kept.set(sittingId, [
      ...before.slice(1 - MOST_OF_A_SITTING),
      { stamp, at: at.getTime(), rows: texts },
    ]);
    return stamp;
  }

  /** What is another now than it was then; null where that is not known any more. */
  changes(
    sittingId: string,
    since: string,
    rows: readonly MonitorRow[],
  ): { rows: MonitorRow[]; gone: string[] } | null {
    const then = this.#kept.get(sittingId)?.find(({ stamp }) => stamp === since);
    if (!then) return null;
    const there = new Set(rows.map(({ personId }) => personId));
    return {
      rows: rows.filter((row) => then.rows.get(row.personId) !== JSON.stringify(row)),
      gone: [...then.rows.keys()].filter((personId) => !there.has(personId)),
    };
  }

  #forget(now: number): void {
    for (const [sittingId, snapshots] of this.#kept) {
      const young = snapshots.filter(({ at }) => now - at < KEPT_MS);
      if (young.length > 0) this.#kept.set(sittingId, young);
      else this.#kept.delete(sittingId);
    }
  }
}

import type { Origins } from './use-own-lines';

/**
 * Which line each place holds, and whose past the field there knows. Fields belong to places: one that is
 * given another line has to forget the old one, and one that is given its own back keeps its past.
 */
export class LineIds {
  #next = 0;
  #ids: readonly number[] = [];
  /** By place. */
  readonly #known = new Map<number, number>();

  /** Those of the lines as they stand now; lines that came from elsewhere get new ones. */
  of(lines: readonly string[]): readonly number[] {
    this.#ids = lines.map((_, place) => this.#ids[place] ?? this.#fresh());
    for (const [place, id] of this.#ids.entries())
      if (!this.#known.has(place)) this.#known.set(place, id);
    return this.#ids;
  }

  /** The lines were put into another order, or some came or went. */
  reorder(origins: Origins): void {
    const before = this.#ids;
    this.#ids = origins.map(
      (origin) => (origin === null ? undefined : before[origin]) ?? this.#fresh(),
    );
  }

  /** The lines are those of another time. */
  restore(ids: readonly number[]): void {
    this.#ids = ids;
  }

  /** Whether the field at a place now holds another line than when this was last asked. */
  isAnother(place: number): boolean {
    const id = this.#ids[place];
    const isAnother = id !== this.#known.get(place);
    if (id !== undefined) this.#known.set(place, id);
    return isAnother;
  }

  #fresh(): number {
    return this.#next++;
  }
}

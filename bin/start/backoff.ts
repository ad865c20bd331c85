const FIRST_MS = 1000;
const MOST_MS = 30_000;

/** Who ran this long has come back to life, and the next failure is a new one. */
const STEADY_MS = 60_000;

/** How long to wait before a start, by how the ones before ended. */
export class Backoff {
  #next = FIRST_MS;

  /**
   * @param ranMs how long what has just ended had been running
   * @returns milliseconds to wait: 1, 2, 4 … 30 seconds, and 1 again after a steady run
   */
  after(ranMs: number): number {
    const wait = ranMs >= STEADY_MS ? FIRST_MS : this.#next;
    this.#next = Math.min(wait * 2, MOST_MS);
    return wait;
  }
}

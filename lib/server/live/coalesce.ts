import 'server-only';

/**
 * One piece of work for all who ask for the same at once. Whoever asks while it runs gets the next one,
 * which begins after they asked, so that nobody is told what was true before: of each key one runs and
 * one waits at most.
 */
export class Coalesced<Value> {
  readonly #running = new Map<string, { now: Promise<Value>; next: Promise<Value> | null }>();

  ask(key: string, work: () => Promise<Value>): Promise<Value> {
    const running = this.#running.get(key);
    if (!running) return this.#begin(key, work);
    running.next ??= running.now.then(
      () => this.#begin(key, work),
      () => this.#begin(key, work),
    );
    return running.next;
  }

  #begin(key: string, work: () => Promise<Value>): Promise<Value> {
    const now = work();
    const entry = { now, next: null };
    this.#running.set(key, entry);
    const over = () => {
      if (this.#running.get(key)?.now === now && entry.next === null) this.#running.delete(key);
    };
    now.then(over, over);
    return now;
  }
}

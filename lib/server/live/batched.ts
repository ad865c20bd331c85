import 'server-only';

/** So long is waited for others who ask at the same moment, as a whole room does that is told of something. */
const GATHER_MS = 5;
const MOST_AT_ONCE = 1000;

interface Waiting<Value> {
  resolve: (value: Value | null) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads many things by their keys in one go. Whoever asks while a batch is read is in the next one, which
 * begins after they asked.
 */
export class Batched<Value> {
  readonly #read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;
  readonly #waiting = new Map<string, Waiting<Value>[]>();
  #isReading = false;

  constructor(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
    this.#read = read;
  }

  /** Null where there is nothing of this key. */
  ask(key: string): Promise<Value | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), { resolve, reject }]);
      if (!this.#isReading) void this.#readAll();
    });
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    while (this.#waiting.size > 0) {
      const batch = [...this.#waiting].slice(0, MOST_AT_ONCE);
      for (const [key] of batch) this.#waiting.delete(key);
      try {
        const values = await this.#read(batch.map(([key]) => key));
        for (const [key, those] of batch)
          for (const { resolve } of those) resolve(values.get(key) ?? null);
      } catch (error) {
        for (const [, those] of batch) for (const { reject } of those) reject(error);
      }
    }
    this.#isReading = false;
  }
}

/** How much is kept: entries, and the characters of their keys and values together. */
export interface Bounds {
  entries: number;
  characters: number;
}

/** Texts by key. Where there are too many, those that were not asked for the longest are forgotten. */
export class RecentTexts {
  readonly #bounds: Bounds;
  /** In the order in which they were last asked for. */
  readonly #texts = new Map<string, string>();
  #characters = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** How much is kept now. */
  get size(): Bounds {
    return { entries: this.#texts.size, characters: this.#characters };
  }

  get(key: string): string | null {
    const text = this.#texts.get(key);
    if (text === undefined) return null;
    this.#texts.delete(key);
    this.#texts.set(key, text);
    return text;
  }

  /** Keeps a text, unless it is larger than everything that may be kept. */
  set(key: string, text: string): void {
    this.#forget(key);
    if (key.length + text.length > this.#bounds.characters) return;
    this.#texts.set(key, text);
    this.#characters += key.length + text.length;
    for (const oldest of this.#texts.keys()) {
      if (!this.#isFull()) break;
      this.#forget(oldest);
    }
  }

  #isFull(): boolean {
    const { entries, characters } = this.#bounds;
    return this.#texts.size > entries || this.#characters > characters;
  }

  #forget(key: string): void {
    const text = this.#texts.get(key);
    if (text === undefined) return;
    this.#texts.delete(key);
    this.#characters -= key.length + text.length;
  }
}

/** Contents of files by hash. Where there are too many, those that were asked for least lately go first. */
export class RecentBytes {
  readonly #most: number;
  readonly #contents = new Map<string, Uint8Array<ArrayBuffer>>();
  #size = 0;

  /** @param most bytes that are kept altogether */
  constructor(most: number) {
    this.#most = most;
  }

  get(hash: string): Uint8Array<ArrayBuffer> | null {
    const bytes = this.#contents.get(hash);
    if (!bytes) return null;
    this.#contents.delete(hash);
    this.#contents.set(hash, bytes);
    return bytes;
  }

  set(hash: string, bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#contents.has(hash)) return;
    this.#contents.set(hash, bytes);
    this.#size += bytes.length;
    for (const [oldest, { length }] of this.#contents) {
      if (this.#size <= this.#most) break;
      this.#contents.delete(oldest);
      this.#size -= length;
    }
  }
}

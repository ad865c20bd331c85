/** What one room of the project is, and whom it may import. */
export interface Room {
  /**
   * The room's files, as a glob from the root; `<feature>` stands for each folder of `lib/features`.
   * A later row takes its files from an earlier one.
   */
  files: string;
  /** What one finds there. */
  holds: string;
  /** What it may import of the project: folders (with a slash at the end) and files. */
  imports: readonly string[];
  /** Exceptions from `imports`. */
  never?: readonly string[];
  /** The packages that it may import. */
  packages: 'any' | readonly string[];
}

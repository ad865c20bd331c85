/** What pictures may be, so that every device shows them at once and the database stays small. */
export const MOST = {
  /** Bytes of a file. */
  fileBytes: 2 * 1024 * 1024,
  /** Bytes of all pictures of an exam. */
  examBytes: 20 * 1024 * 1024,
  /** Pixels of a side. */
  side: 10_000,
  /** Pixels of the whole: some formats unfold to a thousand times their bytes. */
  pixels: 40_000_000,
  /** Characters of a name. */
  nameLength: 100,
} as const;

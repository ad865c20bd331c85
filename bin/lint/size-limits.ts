/** How large files, functions and folders may get; `npm run check` holds it (`check-sizes.ts`). */
export interface SizeLimits {
  /** Lines of a file. */
  fileLines: number;
  /** Lines of a function from its first to its last; those of tests may be as long as their story. */
  functionLines: number;
  /** Files that stand directly in a folder. */
  folderFiles: number;
}

export const SIZE_LIMITS: SizeLimits = { fileLines: 300, functionLines: 60, folderFiles: 30 };

/**
 * Tables, which are longer and stay so: one case beside the other, each a line or two, none in need
 * of another. A file is named by its path, a function by path and name, a folder by its path.
 */
export const EXCEPTIONS: readonly string[] = [];

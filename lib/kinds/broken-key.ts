/** A key that its author got wrong. Not a student's fault, so it becomes an error and never a grade. */
export class BrokenKeyError extends Error {
  override name = 'BrokenKeyError';
}

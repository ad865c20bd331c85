import { fail, ok, type Result } from '@/lib/result';

/** What is wrong with a formula, where, and how it might be mended. */
export interface MathError {
  /** A sentence for the person who wrote it; mathematics between `$…$`. */
  message: string;
  /** Offsets into the source. */
  start: number;
  end: number;
  found?: string;
  expected?: string;
  /** One edit that would mend it, in words or as LaTeX. */
  proposal?: string;
  /** The same edit, ready to be made: what stands from `start` to `end` becomes `text`. */
  edit?: { start: number; end: number; text: string };
  /** It was read, and is wrong as it stands, as where shapes do not fit one another. */
  isFault?: true | undefined;
}

/** For edits at the end of a source whose length is not known where they are found. */
export const AT_END = Number.POSITIVE_INFINITY;

/** The error with an edit at the end in its place. */
export function withEditIn(source: string, error: MathError): MathError {
  if (!error.edit) return error;
  const { start, end, text } = error.edit;
  const last = source.length;
  return { ...error, edit: { start: Math.min(start, last), end: Math.min(end, last), text } };
}

/** Thrown inside the reader and typer only; their public functions turn it into a value. */
export class MathProblem extends Error {
  readonly problem: MathError;

  constructor(problem: MathError) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Turns what reader and typer throw into a value. */
export function caught<Value>(work: () => Value): Result<Value, MathError> {
  try {
    return ok(work());
  } catch (error) {
    if (error instanceof MathProblem) return fail(error.problem);
    throw error;
  }
}

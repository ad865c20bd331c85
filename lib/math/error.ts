/** What is wrong with a formula, where, and how it might be mended. */
export interface MathError {
  /** A sentence for the person who wrote it; mathematics between `$…$`. */
  message: string;
  /** Offsets into the source. */
  start: number;
  end: number;
  found?: string;
  expected?: string;
  /** One edit that would mend it. */
  proposal?: string;
}

/** Thrown inside the reader and typer only; their public functions turn it into a value. */
export class MathProblem extends Error {
  readonly problem: MathError;

  constructor(problem: MathError) {
    super(problem.message);
    this.problem = problem;
  }
}

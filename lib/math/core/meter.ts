/** Thrown when a comparison has done as much work as it may; caught where the comparison began. */
export class WorkSpent extends Error {}

/**
 * Counts the work of a comparison, one unit about the time of a Float64 operation with its error
 * bound, and stops it at the limit: whatever a formula looks like, no comparison does more.
 */
export class Meter {
  #limit: number;
  #spent = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Raises the limit, so that a witness can be worked out once the verdict is known. */
  extend(units: number): void {
    this.#limit = this.#spent + units;
  }

  /** What may still be spent. */
  get left(): number {
    return this.#limit - this.#spent;
  }

  get spent(): number {
    return this.#spent;
  }

  /** Claims the work before it is done, so that the limit is never passed. */
  spend(units: number): void {
    if (this.#spent + units > this.#limit) throw new WorkSpent();
    this.#spent += units;
  }
}

/** What one operation of an arithmetic costs, in units of the meter. */
export interface Costs {
  operation: number;
  /** exp, ln, sin and the like; powers too. */
  function: number;
}

/** What Float64 costs, error bounds included: an operation is the unit, functions were measured beside it. */
export const FLOAT_COSTS: Costs = { operation: 1, function: 3 };

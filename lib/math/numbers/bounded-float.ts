/** A Float64 with a bound on its absolute error, after the running error analysis of Wilkinson. */
export interface Bounded {
  readonly v: number;
  readonly e: number;
}

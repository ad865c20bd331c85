/** What grading one part may take; past it, a person grades the part. */
export interface GradeLimits {
  /** Of the processor, so that a busy machine grades as an idle one. */
  ms: number;
  heapMb: number;
}

export const GRADE_LIMITS: GradeLimits = { ms: 15_000, heapMb: 512 };

/** For points, for practice, or staff who try a version before students sit it. */
export type SittingMode = 'EXAM' | 'PRACTICE' | 'TRIAL';

export interface Release {
  mode: SittingMode;
  releasedAt: Date | null;
  /** Practice only: staff said that its results are shown although an exam is ahead. */
  showsEarly: boolean;
  /** Whether an exam sitting of any version of the same exam is open or announced. */
  examAhead: boolean;
}

/**
 * Whether its writer may see verdicts, scores and the reference of an attempt: staff who try an exam once
 * they have submitted, students in practice once it is
 * submitted and no exam is ahead whose solutions they would be, in an exam once the results of the
 * sitting are released as well. Nobody who is still writing, and nobody who finished early, sees
 * anything that helps. Of what was withdrawn there is no result.
 */
export function isResultVisible(
  at: Date,
  release: Release,
  { submittedAt, withdrawnAt }: { submittedAt: Date | null; withdrawnAt: Date | null },
): boolean {
  if (submittedAt === null || withdrawnAt !== null) return false;
  if (release.mode === 'TRIAL') return true;
  if (release.mode === 'PRACTICE') return release.showsEarly || !release.examAhead;
  return release.releasedAt !== null && release.releasedAt <= at;
}

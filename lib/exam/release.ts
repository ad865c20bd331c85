export interface Release {
  mode: 'EXAM' | 'PRACTICE';
  releasedAt: Date | null;
}

/**
 * Whether a student may see verdicts, scores and the reference of an attempt: in practice once it is
 * submitted, in an exam once the results of the sitting are released as well. Nobody who is still
 * writing, and nobody who finished early, sees anything that helps.
 */
export function isResultVisible(at: Date, release: Release, submittedAt: Date | null): boolean {
  if (submittedAt === null) return false;
  if (release.mode === 'PRACTICE') return true;
  return release.releasedAt !== null && release.releasedAt <= at;
}

import type { CSSProperties } from 'react';

/** A line under suppositions is set in, with a rule for each. */
export function levelStyle(level: number): CSSProperties | undefined {
  return level === 0 ? undefined : Object.fromEntries([['--level', level]]);
}

'use client';

import { useOwn } from '@/lib/ui/use-own';
import { nonEmptyLines } from './edit';

export type Origins = readonly (number | null)[];

/** The lines as they stand on the screen; an empty answer is shown as one empty line. */
export function useOwnLines(
  lines: readonly string[],
  onChange: (lines: string[], origins: Origins) => void,
) {
  const { own, latest, change } = useOwn(nonEmptyLines(lines));
  return {
    own,
    latest,
    /** Shows lines that the kind learns of by itself. */
    show: change,
    change: (next: readonly string[], origins: Origins) => {
      change(next);
      onChange([...next], origins);
    },
  };
}

import type { Origins } from '@/lib/kinds/lines/use-own-lines';
import type { ProofStep } from '@/lib/kinds/proof/answer';

/**
 * The steps with new texts; what they cite is renumbered to the lines as they stand now, and a new line
 * stands as deep as `levelBelow` says of the line above it.
 */
export function withLines(
  steps: readonly ProofStep[],
  lines: readonly string[],
  origins: Origins,
  levelBelow: (index: number) => number | undefined = () => undefined,
): ProofStep[] {
  const placeOf = new Map(
    origins.flatMap((origin, place) => (origin === null ? [] : [[origin + 1, place + 1] as const])),
  );
  return lines.map((claim, place) => {
    const origin = origins[place];
    const { from: cited = [], ...step } = (origin == null ? undefined : steps[origin]) ?? {};
    const from = cited.flatMap((number) => placeOf.get(number) ?? []);
    const above = origins.slice(0, place).findLast((each) => each !== null);
    const level = origin === null && above != null ? levelBelow(above) : undefined;
    return {
      ...step,
      claim,
      ...(from.length > 0 && { from }),
      ...(level !== undefined && { level }),
    };
  });
}

/** Whether two lists of steps say the same, claim by claim, with all that stands beside the claims. */
export function areSame(some: readonly ProofStep[], others: readonly ProofStep[]): boolean {
  return JSON.stringify(some.map(bare)) === JSON.stringify(others.map(bare));
}

function bare({ claim, role, level, from = [] }: ProofStep) {
  return [claim, role ?? null, level ?? null, from];
}

/** `1, 2` or `1 2`; null where it is no list of lines. */
export function parseCitations(text: string, most: number): number[] | null {
  if (text.trim() === '') return [];
  if (!/^[\s,()]*\d+(?:[\s,()]+\d+)*[\s,()]*$/.test(text)) return null;
  const numbers = [...new Set((text.match(/\d+/g) ?? []).map(Number))];
  return numbers.every((number) => number >= 1 && number <= most) ? numbers : null;
}

export function withCitations(
  steps: readonly ProofStep[],
  place: number,
  from: readonly number[],
): ProofStep[] {
  return steps.map((step, index) => {
    if (index !== place) return step;
    const { from: _, ...rest } = step;
    return from.length > 0 ? { ...rest, from: [...from] } : rest;
  });
}

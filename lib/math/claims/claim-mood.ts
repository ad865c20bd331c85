import { MathProblem } from '@/lib/math/core/error';
import type { Chain } from './claim-chain';
import type { ClaimOperator, Part } from './claim-parts';
import type { Tone } from './claim-roles';

export interface Toned {
  chain: Chain;
  tone: Tone;
  part: Part | undefined;
}

/**
 * Words that are about the whole of what is claimed are its mood. Beside other claims a denied one
 * is the claim of its opposite, and one that is only announced is none.
 */
export function moodOf(claims: readonly Toned[]): { chains: Chain[]; mood: Tone } {
  const [first] = claims;
  const mood = first?.tone ?? 'claimed';
  if (claims.every(({ tone }) => tone === mood))
    return { chains: claims.map(({ chain }) => chain), mood };
  const chains = claims.flatMap(({ chain, tone, part }) => {
    if (tone === 'announced') return [];
    if (tone === 'claimed') return [chain];
    // `l ≥ a > 0 is impossible, so …` says what was found before it is called impossible.
    if (tone === 'called impossible' && chain.operators.length > 1) return [chain];
    return [negated(chain, part)];
  });
  return { chains, mood: 'claimed' };
}

/** The relation that holds where another one does not; null for a limit, whose negation is no relation. */
export const OPPOSITE: Readonly<Record<ClaimOperator, ClaimOperator | null>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '->': null,
};

export function negated(chain: Chain, part: Part | undefined): Chain {
  const [operator] = chain.operators;
  const opposite = operator === undefined ? null : OPPOSITE[operator];
  const isLimit = chain.limits.some((limit) => limit);
  if (opposite === null || chain.operators.length > 1 || isLimit) {
    const message =
      'Only an equation or an inequality with one sign can be denied; say what holds instead.';
    throw new MathProblem({ message, start: part?.start ?? 0, end: part?.end ?? 0 });
  }
  return { ...chain, operators: [opposite] };
}

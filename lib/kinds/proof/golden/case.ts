import type { z } from 'zod';
import type { GoldenCase } from '@/lib/kinds/contract';
import type { ProofAnswer, ProofStep } from '@/lib/kinds/proof/answer';
import type { authoredProof } from '@/lib/kinds/proof/authoring';

export type ProofPart = z.input<typeof authoredProof>;
export type ProofCase = GoldenCase<ProofAnswer>;

/** A line, or a line with what it cites. */
type Line = string | ProofStep;

export function proof(
  name: string,
  points: number,
  verdict: ProofCase['verdict'],
  lines: readonly Line[],
  says?: string,
): ProofCase {
  const steps = lines.map((line) => (typeof line === 'string' ? { claim: line } : line));
  return { name, answer: { steps }, points, verdict, ...(says !== undefined && { says }) };
}

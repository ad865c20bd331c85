import type { ProofSpec } from '@/lib/kinds/proof/answer';
import { parseSpectrum } from '@/lib/kinds/proof/reading/spectrum';
import type { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import { parseFraction } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import { constant, negated, type Polynomial } from '@/lib/kinds/proof/reasoning/algebra/polynomial';

/** An end of an interval: the id of a scalar, or a number. */
export type End = string | number;

/** A symmetric matrix of a part, with the ends between which its eigenvalues are; null where there is none. */
export interface SymmetricMatrix {
  id: string;
  least: End | null;
  most: End | null;
  isOpen: { least: boolean; most: boolean };
}

export function symmetricMatrices(declared: ProofSpec['matrices']): readonly SymmetricMatrix[] {
  return Object.entries(declared ?? {}).flatMap(([id, { eigenvalues }]) => {
    const spectrum = parseSpectrum(eigenvalues);
    return spectrum ? [{ id, ...spectrum }] : [];
  });
}

/** Lets the algebra know of the matrices. */
export function declareMatrices(matrices: readonly SymmetricMatrix[], atoms: Atoms): void {
  const polynomial = (end: End | null): Polynomial | null => {
    if (end === null) return null;
    if (typeof end === 'string') return atoms.scalar(end);
    const size = parseFraction(String(Math.abs(end)));
    return size && (end < 0 ? negated(constant(size)) : constant(size));
  };
  for (const { id, least, most, isOpen } of matrices)
    atoms.matrices.spectra.set(id, { least: polynomial(least), most: polynomial(most), isOpen });
}

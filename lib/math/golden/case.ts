import type { Dimension, SymbolDeclaration } from '@/lib/math/core/declaration';

/** What is mathematically true of an answer, whatever the engine says. */
type Verdict = 'right' | 'wrong';

/** Reference, answer, verdict; a note where it is not plain why. */
type Pair = readonly [reference: string, answer: string, verdict: Verdict, note?: string];

/** Pairs of formulas over the same symbols. */
export interface Group {
  name: string;
  symbols: readonly SymbolDeclaration[];
  pairs: readonly Pair[];
}

const idOf = (latex: string) => latex.replaceAll(/[\\{}]/g, '');

/** Scalars of one domain, as they are written in LaTeX. */
export function scalars(domain: string, ...names: string[]): SymbolDeclaration[] {
  return names.map((latex) => ({
    id: idOf(latex),
    latex,
    type: { kind: 'scalar', domain },
  }));
}

/** Matrices of one shape, as they are written in LaTeX. */
export function matrices(
  rows: Dimension,
  columns: Dimension,
  ...names: string[]
): SymbolDeclaration[] {
  return names.map((latex) => ({
    id: idOf(latex),
    latex,
    type: { kind: 'matrix', shape: [rows, columns] },
  }));
}

/** Column vectors of one size. */
export function vectors(size: Dimension, ...names: string[]): SymbolDeclaration[] {
  return matrices(size, 1, ...names);
}

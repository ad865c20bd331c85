import { parseSpectrum } from '@/lib/kinds/proof/reading/spectrum';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { ProofSpec } from './answer';

type FunctionSaid = NonNullable<ProofSpec['functions']>[string];

/** What a part declares of its functions and matrices, for students: sentences with `$…$`, by their ids. */
export function declaredSentences(
  { functions = {}, matrices = {} }: Pick<ProofSpec, 'functions' | 'matrices'>,
  table: SymbolTable,
): readonly { id: string; sentence: string }[] {
  return [
    ...Object.entries(functions).map(([id, said]) => ({
      id,
      sentence: sentence(id, said, table),
    })),
    ...Object.entries(matrices).map(([id, { eigenvalues }]) => ({
      id,
      sentence: ofMatrix(id, eigenvalues, table),
    })),
  ];
}

function ofMatrix(id: string, eigenvalues: string, table: SymbolTable): string {
  const spectrum = parseSpectrum(eigenvalues);
  const symmetric = `$${table.latexOf(id)}$ is symmetric`;
  if (!spectrum || (spectrum.least === null && spectrum.most === null)) return symmetric;
  const { least, most, isOpen } = spectrum;
  if (least === 0 && most === null)
    return `${symmetric} and positive ${isOpen.least ? 'definite' : 'semidefinite'}`;
  const end = (value: string | number | null, infinite: string) =>
    value === null ? infinite : typeof value === 'number' ? String(value) : table.latexOf(value);
  const [open, close] = [isOpen.least ? '(' : '[', isOpen.most ? ')' : ']'];
  const interval = `${open}${end(least, '-\\infty')}, ${end(most, '\\infty')}${close}`;
  return `${symmetric} with eigenvalues in $${interval}$`;
}

function sentence(
  id: string,
  { convex, strongly_convex, smooth, gradient, subgradient }: FunctionSaid,
  table: SymbolTable,
): string {
  const latexOf = (value: string | number) =>
    typeof value === 'number' ? String(value) : table.latexOf(value);
  const bends = [
    ...(strongly_convex === undefined
      ? convex
        ? [convex === 'strictly' ? 'strictly convex' : 'convex']
        : []
      : [`strongly convex with modulus $${latexOf(strongly_convex)}$`]),
    ...(smooth === undefined
      ? []
      : [`smooth (its gradient is Lipschitz with constant $${latexOf(smooth)}$)`]),
  ];
  const slopes = gradient ?? subgradient;
  const named =
    slopes === undefined
      ? ''
      : `, with ${gradient === undefined ? 'subgradients' : 'gradient'} $${latexOf(slopes)}$`;
  return `$${latexOf(id)}$ is ${bends.join(' and ')}${named}`;
}

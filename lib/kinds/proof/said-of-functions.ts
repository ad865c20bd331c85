import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { ProofSpec } from './answer';

type FunctionSaid = NonNullable<ProofSpec['functions']>[string];

/** What a part declares of its functions, for students: sentences with `$…$`, by the ids of the functions. */
export function saidOfFunctions(
  { functions = {} }: Pick<ProofSpec, 'functions'>,
  table: SymbolTable,
): readonly { id: string; sentence: string }[] {
  return Object.entries(functions).map(([id, said]) => ({
    id,
    sentence: sentence(id, said, table),
  }));
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

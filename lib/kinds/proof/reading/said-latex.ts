import type { Claim } from '@/lib/math/claims/read-claim';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { claimLatex } from './claim-latex';

/** What is claimed, typeset, with the `⇒` of an implication, which changes what is said. */
export function saidLatex({ chains, implies }: Claim, table: SymbolTable): string {
  if (!implies) return claimLatex(chains, table);
  return `${claimLatex(chains.slice(0, 1), table)} \\Rightarrow ${claimLatex(chains.slice(1), table)}`;
}

import type { Chain } from '@/lib/math/claims/chain';
import type { Claim } from '@/lib/math/claims/read-claim';
import { RELATION_LATEX } from '@/lib/math/claims/relation';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Statement } from './statement';

/** What a line claims, typeset; statements after one another with a comma between. */
export function claimLatex(chains: readonly Chain[], table: SymbolTable): string {
  return chains.map((chain) => chainLatex(chain, table)).join(',\\quad ');
}

function chainLatex({ members, operators, limits }: Chain, table: SymbolTable): string {
  return members
    .map((member, index) => {
      const operator = operators[index - 1];
      const sign = operator ? `${RELATION_LATEX[operator]} ` : '';
      const latex = toLatex(member, table);
      return sign + (limits[index] ? `\\lim\\left(${latex}\\right)` : latex);
    })
    .join(' ');
}

/** Names and what they stand for. */
export function namesLatex(names: readonly Statement[], table: SymbolTable): string {
  const chains = names.map(({ operator, left, right }) => ({
    members: [left, right],
    operators: [operator],
    limits: [],
  }));
  return claimLatex(chains, table);
}

/** The claims of a line, typeset; of an implication with its `⇒`, without which it would say something else. */
export function assertionLatex({ chains, antecedents }: Claim, table: SymbolTable): string {
  if (antecedents === 0) return claimLatex(chains, table);
  const [before, behind] = [chains.slice(0, antecedents), chains.slice(antecedents)];
  return `${claimLatex(before, table)} \\Rightarrow ${claimLatex(behind, table)}`;
}

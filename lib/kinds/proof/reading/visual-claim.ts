import { readClaim } from '@/lib/math/claims/read-claim';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { withNaturalIndices } from '@/lib/math/reading/natural-indices';
import { assertionLatex } from './claim-latex';

/**
 * What a visual field shows for a stored line. LaTeX is shown as it is; plain text as it is read,
 * unless something stands beside the claim, which would be lost.
 */
export function visualClaim(text: string, table: SymbolTable): string {
  const isPlain = /[A-Za-z]{2,}|\*|\/|<=|>=|->/.test(text) && !text.includes('\\');
  if (!isPlain) return text;
  const claim = readClaim(withNaturalIndices(text, table)?.text ?? text, { table });
  if (!claim.ok) return text;
  const { words, supposed, chains } = claim.value;
  const isBare = words === '' && supposed.length === 0 && chains.length > 0;
  return isBare ? assertionLatex(claim.value, table) : text;
}

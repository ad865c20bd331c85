import { readClaim } from '@/lib/math/read-claim';
import type { SymbolTable } from '@/lib/math/symbol-table';
import { claimLatex } from './claim-latex';

/**
 * What a visual field shows for a stored line. LaTeX is shown as it is; plain text as it is read,
 * unless there are words in it, which would be lost.
 */
export function visualClaim(text: string, table: SymbolTable): string {
  const isPlain = /[A-Za-z]{2,}|\*|\/|<=|>=|->/.test(text) && !text.includes('\\');
  if (!isPlain) return text;
  const claim = readClaim(text, table);
  return claim.ok && claim.value.words === '' ? claimLatex(claim.value.chains, table) : text;
}

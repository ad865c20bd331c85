import type { Chain } from '@/lib/math/claims/chain';
import { readClaim } from '@/lib/math/claims/read-claim';
import { toLatex } from '@/lib/math/language/latex';
import { MOMENTUM_SYMBOLS, tableOf } from './tables';

/** Of sequences x_t with a function g and a number μ. */
export const table = tableOf(MOMENTUM_SYMBOLS);

/** For tests: what is supposed and claimed in a line, or why it could not be read. */
export function claimed(source: string): string {
  const claim = readClaim(source, { table });
  if (!claim.ok) return claim.error.message;
  const { supposed, chains } = claim.value;
  const said = chains.map(written).join(' ; ');
  return supposed.length === 0 ? said : `[${supposed.map(written).join(' ; ')}] ${said}`;
}

/** For tests: a chain as text. */
export function written({ members, operators, limits }: Chain): string {
  return members
    .map((member, index) => {
      const latex = toLatex(member, table);
      return `${limits[index] ? `lim(${latex})` : latex} ${operators[index] ?? ''}`.trim();
    })
    .join(' ');
}

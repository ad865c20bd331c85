import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import { canonicalItem, type Item } from './item';
import type { SymbolTable } from './symbol-table';

/** The declared symbol that one small edit away from what was written, in LaTeX; null if none is near. */
export function proposeSymbol(item: Item, table: SymbolTable): string | null {
  const written = normal(canonicalItem({ ...item, primes: 0 }));
  let best: { latex: string; distance: number } | null = null;
  for (const { latex, id, aliases = [] } of table.declarations.values()) {
    for (const form of [latex, id, ...aliases]) {
      const candidate = normal(form);
      if (written.length === 1 && written.toLowerCase() !== candidate.toLowerCase()) continue;
      const near = sameLetters(written, candidate) ? 1 : editDistance(written, candidate, 2);
      if (near > mostEdits(written, candidate)) continue;
      if (near > 0 && (!best || near < best.distance)) best = { latex, distance: near };
    }
  }
  return best?.latex ?? null;
}

/** The declared symbol or function whose name a run of letters misspells. */
export function proposeWord(word: string, table: SymbolTable): string | null {
  for (const { latex, id, aliases = [] } of table.declarations.values()) {
    for (const form of [latex, id, ...aliases]) {
      const name = form.replace(/^\\/, '');
      if (/^[A-Za-z]{3,}$/.test(name) && editDistance(word, name, 2) <= (name.length > 5 ? 2 : 1))
        return latex;
    }
  }
  for (const name of FUNCTION_NAMES.keys()) {
    if (name.length > 2 && editDistance(word, name, 1) === 1) return `\\operatorname{${name}}`;
  }
  return null;
}

/** A short name that begins otherwise is another name: `g_t` is no slip for `x_t`. */
function mostEdits(written: string, candidate: string): number {
  const beginsAlike = written[0]?.toLowerCase() === candidate[0]?.toLowerCase();
  if (sameLetters(written, candidate)) return 1;
  if (!beginsAlike) return candidate.length > 4 ? 1 : 0;
  return candidate.length > 5 ? 2 : 1;
}

function normal(text: string): string {
  return text.replace(/\\mathcal|[\\{}\s]/g, '');
}

/** `J_f^w` for `J_w^f`: the same letters in another order. */
function sameLetters(a: string, b: string): boolean {
  return a.length > 2 && a !== b && [...a].sort().join('') === [...b].sort().join('');
}

/** Levenshtein's distance, or anything above `limit` once it is exceeded. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 60) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitute, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { ProgramLine } from './program';

/**
 * What a visual field shows for a stored line. LaTeX is shown as it is; plain text, which such a
 * field would show letter by letter, as it is read, behind the name as it was written.
 */
export function visualStep(
  text: string,
  line: ProgramLine | undefined,
  table: SymbolTable,
): string {
  if (line?.text !== text || !line.step.ok || !isPlain(text, table)) return text;
  const name = text.slice(0, text.indexOf('='));
  return [name.trim(), ...sidesLatex(line, table)].join(' = ');
}

/** A line as it was read; null where it could not be. */
export function stepLatex(line: ProgramLine, table: SymbolTable): string | null {
  if (!line.step.ok) return null;
  return [line.step.value.latex, ...sidesLatex(line, table)].join(' = ');
}

function sidesLatex({ step }: ProgramLine, table: SymbolTable): readonly string[] {
  if (!step.ok) return [];
  return [step.value.tree, ...step.value.claims].map((side) => toLatex(side, table));
}

/** Signs that only plain text has, or a symbol's id in letters; `aJ` alone is two letters of LaTeX. */
function isPlain(text: string, table: SymbolTable): boolean {
  if (text.includes('\\')) return false;
  const words = text.match(/[A-Za-z]{2,}/g) ?? [];
  return /[*/]/.test(text) || words.some((word) => table.declarations.has(word));
}

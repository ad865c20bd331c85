import { toLatex } from '@/lib/math/latex';
import type { SymbolTable } from '@/lib/math/symbol-table';
import type { ProgramLine } from './program';

/**
 * What a visual field shows for a stored line. LaTeX is shown as it is; plain text, which such a
 * field would show letter by letter, as it is read, name and chain included.
 */
export function visualStep(
  text: string,
  line: ProgramLine | undefined,
  table: SymbolTable,
): string {
  const isPlain = /[A-Za-z]{2,}|\*|\//.test(text) && !text.includes('\\');
  if (!isPlain || line?.text !== text || !line.step.ok) return text;
  return stepLatex(line, table) ?? text;
}

/** A line as it was read; null where it could not be. */
export function stepLatex({ step }: ProgramLine, table: SymbolTable): string | null {
  if (!step.ok) return null;
  const { latex, tree, claims } = step.value;
  return [latex, ...[tree, ...claims].map((side) => toLatex(side, table))].join(' = ');
}

import type { EstimateSpec } from '@/lib/kinds/derivation/answer';
import type { MathError } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import { blank } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { isLeftSide, read } from '@/lib/math/reading/read';

/** What a line begins with; `by` is the id of the parameter of a derivative. */
export type Subject =
  | { kind: 'objective' | 'quantity' | 'none' | 'continued' }
  | { kind: 'first' | 'second'; by: string };

/** A line as it was read, all that stands between its signs of equality. */
export type EstimateLine =
  | { kind: 'blank'; number: number }
  | { kind: 'unread'; number: number; text: string; error: MathError }
  | { kind: 'read'; number: number; subject: Subject; members: readonly Tree[] };

/** Reads a line; every part of it has to be readable. */
export function readEstimateLine(
  text: string,
  number: number,
  table: SymbolTable,
  spec: EstimateSpec,
): EstimateLine {
  if (text.trim() === '') return { kind: 'blank', number };
  const parts = membersIn(text);
  const [first = '', ...others] = parts;
  const subject = subjectOf(first, others.length > 0, table, spec);
  const written = subject.kind === 'none' ? parts : others;
  const members: Tree[] = [];
  for (const part of written) {
    const reading = read(part, table);
    if (!reading.ok) return { kind: 'unread', number, text, error: reading.error };
    const { tree } = reading.value;
    for (const side of tree.kind === 'relation' ? [tree.left, tree.right] : [tree]) {
      const shape = shapeOf(side, table);
      if (!shape.ok) return { kind: 'unread', number, text, error: shape.error };
    }
    members.push(tree);
  }
  return { kind: 'read', number, subject, members };
}

function subjectOf(
  first: string,
  hasMore: boolean,
  table: SymbolTable,
  { names, quantities }: EstimateSpec,
): Subject {
  if (!hasMore) return { kind: 'none' };
  if (first.replace(/\\(?:q?quad|Rightarrow|implies|iff|Leftrightarrow)|[&\s]/g, '') === '')
    return { kind: 'continued' };
  const is = (sides: readonly string[]) => isLeftSide(first, table, sides);
  if (is(names.objective)) return { kind: 'objective' };
  for (const kind of ['first', 'second'] as const)
    for (const [by, sides] of Object.entries(names[kind])) if (is(sides)) return { kind, by };
  return { kind: is(quantities) ? 'quantity' : 'none' };
}

/** The parts between signs of equality that stand in no bracket, each at its place. */
function membersIn(written: string): string[] {
  const text = written.replace(/\\coloneqq?(?![A-Za-z])/g, (sign) => '='.padStart(sign.length));
  const cuts: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    const isRelation = '<>!:'.includes(text[at - 1] ?? ' ') && text[at - 1] !== ':';
    if (depth === 0 && letter === '=' && !isRelation) cuts.push(at);
  }
  const starts = [0, ...cuts.map((cut) => cut + 1)];
  return starts.map(
    (start, index) =>
      blank(text.slice(0, start)) +
      text.slice(start, cuts[index]).replace(/((?<!\\):|\\overset\{!\}\{)$/, blank),
  );
}

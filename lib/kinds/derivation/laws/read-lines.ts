import { caught, type MathError } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import { blank } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { withoutText } from '@/lib/math/reading/asides';
import { isLeftSide, read } from '@/lib/math/reading/read';

export type Sign = '=' | '>=' | '<=';

/** What is said to be equal to what stands before it, or not smaller or larger than it. */
interface Link {
  sign: Sign;
  tree: Tree;
}

/** A line as it was read: its links, the first of which goes on from the line before. */
export type LawLine =
  | { kind: 'blank' | 'label'; number: number }
  | { kind: 'unread'; number: number; text: string; error: MathError }
  | { kind: 'read'; number: number; links: readonly Link[] };

const SIGNS: readonly (readonly [RegExp, Sign])[] = [
  [/^(?:\\geq?(?![A-Za-z])|\\geqslant(?![A-Za-z])|>=|≥)/, '>='],
  [/^(?:\\leq?(?![A-Za-z])|\\leqslant(?![A-Za-z])|<=|≤)/, '<='],
  [/^=/, '='],
];

/** Reasons that stand behind a line as text, or in brackets with it. */
const REASON = /\(?\s*\\(?:text|textrm|mbox)\s*\{[^{}]*\}\s*\)?\s*$/;
const REASONS =
  /^[\s(,]*(?:(?:by|using|from|with|as|since|the|of|is|Jensen|Jensen's|Jensen’s|inequality|log|ln|concave|concavity|Bayes|Bayes'|rule|product|sum|chain|definition|def|linearity|law|total|probability|marginalisation|marginalization|because|independence)[\s.,):]*)+$/i;

/** Reads a line; every part of it has to be readable. */
export function readLawLine(
  text: string,
  number: number,
  table: SymbolTable,
  leftSides: readonly string[],
): LawLine {
  if (text.trim() === '') return { kind: 'blank', number };
  const bare = text.replace(REASON, (reason) =>
    REASONS.test(reason.replace(/\\(?:text|textrm|mbox)|[{}]/g, ' ')) ? blank(reason) : reason,
  );
  const words = caught(() => withoutText(bare));
  if (!words.ok) return { kind: 'unread', number, text, error: words.error };
  const links: Link[] = [];
  const [first, ...others] = cutAtSigns(bare);
  const parts = first && isLeftSide(first.text, table, leftSides) ? others : [first, ...others];
  if (parts.length === 0) return { kind: 'label', number };
  for (const part of parts) {
    // A line may begin with its sign.
    if (!part || (part === first && isEmpty(part.text))) continue;
    const reading = read(part.text, table);
    if (!reading.ok) return { kind: 'unread', number, text, error: reading.error };
    const shape = shapeOf(reading.value.tree, table);
    if (!shape.ok) return { kind: 'unread', number, text, error: shape.error };
    links.push({ sign: part.sign, tree: reading.value.tree });
  }
  return { kind: 'read', number, links };
}

function isEmpty(text: string): boolean {
  return text.replace(/\\q?quad|[&\s]/g, '') === '';
}

/** The parts between signs that stand in no bracket, each at its place, with the sign before it. */
function cutAtSigns(text: string): { sign: Sign; text: string }[] {
  const cuts: { sign: Sign; start: number; end: number }[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    if (depth !== 0) continue;
    const rest = text.slice(at);
    const found = SIGNS.find(([pattern]) => pattern.test(rest));
    const [sign] = found?.[0].exec(rest) ?? [];
    if (!found || sign === undefined) continue;
    cuts.push({ sign: found[1], start: at, end: at + sign.length });
    at += sign.length - 1;
  }
  const starts = [{ sign: '=' as const, start: 0, end: 0 }, ...cuts];
  return starts.map(({ sign, end }, index) => ({
    sign,
    text: blank(text.slice(0, end)) + text.slice(end, cuts[index]?.start),
  }));
}

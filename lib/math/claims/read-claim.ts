import { sameShape } from '@/lib/math/core/dimension';
import { caught, type MathError, MathProblem, withEditIn } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { parse } from '@/lib/math/language/parse';
import { shapeOf } from '@/lib/math/language/shape';
import type { Item } from '@/lib/math/notation/item';
import { layOut } from '@/lib/math/notation/layout';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { MAX_LENGTH, tokenize } from '@/lib/math/notation/tokens';
import { unwrapped } from '@/lib/math/reading/read';
import { fail, type Result } from '@/lib/result';
import { type Chain, chainIn } from './claim-chain';
import type { Cue } from './claim-cues';
import {
  beginsWithSign,
  isComplete,
  isMembership,
  isOfWords,
  joined,
  refuseOr,
  withLists,
} from './claim-joins';
import { withoutLayout } from './claim-layout';
import { moodOf, negated } from './claim-mood';
import { type ClaimOperator, type Part, partsIn } from './claim-parts';
import { rolesOf, suppositionOf, type Tone } from './claim-roles';
import { withoutWords } from './proof-words';
import { areUnclear } from './unclear-words';

export type { Chain, ClaimOperator };

/** What is claimed in a line: chains, with `⇒` or a comma between them. */
export interface Claim {
  /** What is supposed, in front of what is claimed: `suppose a < b`, `if a < b then …`. */
  supposed: readonly Chain[];
  /** How: `suppose`, `assume` opens a supposition for what stands below, `case` does too, `if` is for its line alone. */
  supposes: 'for what follows' | 'as a case' | 'as a condition' | null;
  /** Empty where there are only words. */
  chains: readonly Chain[];
  /** The first chain stands in front of `⇒`: an implication, or two claims of which the second follows. */
  implies: boolean;
  /**
   * What words make of the claim: `it is not true that a`, `a, which is impossible`, `it remains to
   * show a`; unclear where they may deny it in another way.
   */
  mood: Tone | 'unclear';
  /** What stands beside the claims. */
  words: string;
  hints: readonly string[];
}

/**
 * Reads a line of a proof, LaTeX or plain text: equations, inequalities, limits. Words stand beside
 * what is claimed and are passed over. A line that begins with a sign, `\le c`, goes on from
 * `before`, the last member of the line above.
 */
export function readClaim(
  source: string,
  table: SymbolTable,
  before: Tree | null = null,
): Result<Claim, MathError> {
  const reading = caught(() => claimIn(linePartsIn(source, table, false), table, before));
  if (reading.ok) return reading;
  // Once more with every run of letters that nobody declared as a word, if all the rest is complete.
  const otherwise = caught(() => {
    const line = linePartsIn(source, table, true);
    const incomplete = line.parts.find((part) => !isComplete(part));
    if (incomplete || line.parts.length === 0) throw new MathProblem(reading.error);
    return claimIn(line, table, null);
  });
  return otherwise.ok ? otherwise : fail(withEditIn(source, inOwnWords(reading.error)));
}

/** Whether both are expressions, of the same shape. */
function areAlike(one: readonly Item[], other: readonly Item[], table: SymbolTable): boolean {
  const [a, b] = [one, other].map((items) =>
    caught(() => {
      const shape = shapeOf(parse(items, table).tree, table);
      if (!shape.ok) throw new MathProblem(shape.error);
      return shape.value;
    }),
  );
  return a?.ok === true && b?.ok === true && sameShape(a.value, b.value);
}

/** A line that is an expression, without labels and words around it. */
export function readExpression(source: string, table: SymbolTable): Result<Tree, MathError> {
  return caught(() => {
    const [part, ...others] = linePartsIn(source, table, false).parts;
    if (!part || others.length > 0 || part.isRelation)
      throw new MathProblem({ message: 'This is no expression.', start: 0, end: source.length });
    return parse(part.items, table).tree;
  });
}

/** A line cut into statements, before anyone asks what they mean. */
export interface LineParts {
  source: string;
  parts: readonly Part[];
  cues: readonly Cue[];
  words: string;
  /** Whether words may deny what is claimed. */
  isUnclear: boolean;
  /** Whether anything was passed over. */
  hasWords: boolean;
}

/** Throws `MathProblem`. */
export function linePartsIn(source: string, table: SymbolTable, all: boolean): LineParts {
  // Refuses a line that is too long before anything else is done with it.
  if (source.length > MAX_LENGTH) tokenize(source, table.decimalComma);
  const plain = withoutLayout(unwrapped(source));
  const { text, asides, cues } = withoutWords(plain, table, all);
  const items = layOut(tokenize(text, table.decimalComma), table.splitWord);
  const hasWords = text !== plain;
  return {
    source: plain,
    parts: partsIn(items, asides, plain, hasWords),
    cues,
    words: asides.map(({ word }) => word).join(' '),
    isUnclear: areUnclear(plain, cues),
    hasWords,
  };
}

function claimIn(line: LineParts, table: SymbolTable, before: Tree | null): Claim {
  const { source, cues, words, hasWords } = line;
  if (line.parts.length === 0 && !hasWords) {
    const place = { start: 0, end: source.length };
    throw new MathProblem({ message: 'Nothing is claimed here.', ...place });
  }
  const merged = joined(line.parts).filter((part) => !isMembership(part));
  const parts = withLists(merged, hasWords, (part, other) => areAlike(part.items, other, table));
  // What words leave over, such as a name, claims nothing.
  const claims = (hasWords ? parts.filter(({ isRelation }) => isRelation) : parts).filter(
    (part) => !(beginsWithSign(part) && isOfWords(part, cues)),
  );
  refuseOr(claims);
  const hints = new Set<string>();
  const read: Chain[] = [];
  for (const part of claims) {
    const goesOn = beginsWithSign(part);
    const above = part === merged[0] ? before : (read.at(-1)?.members.at(-1) ?? null);
    read.push(chainIn(part, table, goesOn ? above : null, hints));
  }
  const placed = claims.map(({ start, end, gap }) => ({ start, end, from: gap.start }));
  const { roles, tones } = rolesOf(placed, cues, source);
  const supposes = suppositionOf(roles, { start: 0, end: source.length });
  const toned = read.map((chain, index) => ({
    chain,
    role: roles[index] ?? 'claimed',
    tone: tones[index] ?? 'claimed',
    part: claims[index],
  }));
  const supposed = toned.filter(({ role }) => role !== 'claimed');
  const { chains, mood } = moodOf(toned.filter(({ role }) => role === 'claimed'));
  const isUnclear = line.isUnclear && supposes === null && mood === 'claimed';
  return {
    supposed: supposed.map(({ chain, tone, part }) =>
      tone === 'denied' || tone === 'called impossible' ? negated(chain, part) : chain,
    ),
    supposes,
    chains,
    implies: supposes === null && claims[1]?.gap.hasArrow === true,
    mood: isUnclear && chains.length > 0 ? 'unclear' : mood,
    words,
    hints: [...hints],
  };
}

/** The error without what only the reader made: `;` in place of words, and code points of characters. */
function inOwnWords(error: MathError): MathError {
  if (error.message.includes('“;”'))
    return { ...error, message: 'Words or a semicolon do not fit inside a formula.' };
  return { ...error, message: error.message.replace(/(“.” )\(U\+[0-9A-F]+\) /u, '$1') };
}

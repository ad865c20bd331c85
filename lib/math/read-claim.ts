import type { Cue } from './claim-cues';
import { withoutLayout } from './claim-layout';
import { requireLimitInFront, withoutLimits } from './claim-limits';
import { type ClaimOperator, operatorOf, type Part, partsIn, withDepth } from './claim-parts';
import { rolesOf, suppositionOf, type Tone } from './claim-roles';
import { type MathError, MathProblem, withEditIn } from './error';
import type { Item } from './item';
import { layOut } from './layout';
import { parse } from './parser';
import { withoutWords } from './proof-words';
import { caught, unwrapped } from './read';
import { fail, type Result } from './result';
import type { SymbolTable } from './symbol-table';
import { MAX_LENGTH, tokenize } from './tokens';
import type { Tree } from './tree';
import { isZeroByForm } from './zero-form';

export type { ClaimOperator };

/** `a ≤ b < c → 0`: an operator between each two members. */
export interface Chain {
  members: readonly Tree[];
  operators: readonly ClaimOperator[];
  /** Which members stand under `\lim`. */
  limits: readonly boolean[];
}

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
  /** What words make of the claim: `it is not true that a`, `a, which is impossible`, `it remains to show a`. */
  mood: 'claimed' | 'denied' | 'called impossible' | 'announced';
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
  return otherwise.ok ? otherwise : fail(withEditIn(source, shown(reading.error)));
}

/** A line cut into statements, before anyone asks what they mean. */
export interface LineParts {
  source: string;
  parts: readonly Part[];
  cues: readonly Cue[];
  words: string;
  /** Whether anything was passed over. */
  hasWords: boolean;
}

/** Throws `MathProblem`. */
export function linePartsIn(source: string, table: SymbolTable, all: boolean): LineParts {
  // Says that it is too long, before more is done with it.
  if (source.length > MAX_LENGTH) tokenize(source, table.decimalComma);
  const plain = withoutLayout(unwrapped(source));
  const { text, asides, cues } = withoutWords(plain, table, all);
  const items = layOut(tokenize(text, table.decimalComma), table.splitWord);
  const hasWords = text !== plain;
  return {
    source: plain,
    parts: partsIn(items, asides, hasWords),
    cues,
    words: asides.map(({ word }) => word).join(' '),
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
  const parts = withLists(merged, hasWords);
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
  return {
    supposed: supposed.map(({ chain, tone, part }) =>
      tone === 'denied' || tone === 'called impossible' ? negated(chain, part) : chain,
    ),
    supposes,
    chains,
    implies: supposes === null && claims[1]?.gap.hasArrow === true,
    mood,
    words,
    hints: [...hints],
  };
}

interface Toned {
  chain: Chain;
  tone: Tone;
  part: Part | undefined;
}

/**
 * Words that are about the whole of what is claimed are its mood. Beside other claims a denied one
 * is the claim of its opposite, and one that is only announced is none.
 */
function moodOf(claims: readonly Toned[]): { chains: Chain[]; mood: Tone } {
  const [first] = claims;
  const mood = first?.tone ?? 'claimed';
  if (claims.every(({ tone }) => tone === mood))
    return { chains: claims.map(({ chain }) => chain), mood };
  const chains = claims.flatMap(({ chain, tone, part }) => {
    if (tone === 'announced') return [];
    if (tone === 'claimed') return [chain];
    // `l ≥ a > 0 is impossible, so …` says what was found before it is called impossible.
    if (tone === 'called impossible' && chain.operators.length > 1) return [chain];
    return [negated(chain, part)];
  });
  return { chains, mood: 'claimed' };
}

const OPPOSITE: Readonly<Record<ClaimOperator, ClaimOperator | null>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '->': null,
};

function negated(chain: Chain, part: Part | undefined): Chain {
  const [operator] = chain.operators;
  const opposite = operator === undefined ? null : OPPOSITE[operator];
  const isLimit = chain.limits.some((limit) => limit);
  if (opposite === null || chain.operators.length > 1 || isLimit) {
    const message =
      'Only an equation or an inequality with one sign can be denied; say what holds instead.';
    throw new MathProblem({ message, start: part?.start ?? 0, end: part?.end ?? 0 });
  }
  return { ...chain, operators: [opposite] };
}

/**
 * What words stand inside of is one statement: `ε is a constant > 0`, `a = (by (1)) b`. A sign behind
 * words and an expression that claims nothing is about that expression.
 */
function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const isAbout =
      last &&
      part.gap.isOnlyWords &&
      ((beginsWithSign(part) && !last.isRelation) || endsWithSign(last));
    if (!last || !isAbout) result.push(part);
    else
      result.splice(-1, 1, {
        ...last,
        items: [...last.items, ...part.items],
        end: part.end,
        isRelation: true,
      });
  }
  return result;
}

/** `a, b ≥ 0` says the same of each. Beside words what has no sign may be anything. */
function withLists(parts: readonly Part[], hasWords: boolean): Part[] {
  if (hasWords) return [...parts];
  return parts.map((part, index) => {
    if (part.isRelation) return part;
    const next = parts.slice(index).find(({ isRelation }) => isRelation);
    if (!next || beginsWithSign(next)) return part;
    const isArrow = parts.slice(index + 1, parts.indexOf(next) + 1).some(({ gap }) => gap.hasArrow);
    const at = withDepth(next.items).findIndex(
      ({ item, isInside }) => !isInside && operatorOf(item) !== null,
    );
    return isArrow
      ? part
      : { ...part, items: [...part.items, ...next.items.slice(at)], isRelation: true };
  });
}

/** `α ∈ ℝ` says of what sort a symbol is, which is given. */
function isMembership({ items, isRelation }: Part): boolean {
  return !isRelation && items.some(({ base }) => base.type === 'command' && base.text === 'in');
}

/** `since norms are ≥ 0`: the sign is about the words. */
function isOfWords({ gap, start }: Part, cues: readonly Cue[]): boolean {
  return cues.some((cue) => cue.kind === 'reason' && cue.start >= gap.start && cue.start < start);
}

function refuseOr(parts: readonly Part[]): void {
  const other = parts.slice(1).find(({ gap }) => /^(?:or|oder)$/i.test(gap.words));
  if (!other) return;
  const message = 'Of two statements with “or” between them neither is claimed; write one a line.';
  throw new MathProblem({ message, start: other.start, end: other.end });
}

function beginsWithSign({ items: [first] }: Part): boolean {
  return first !== undefined && operatorOf(first) !== null;
}

function endsWithSign({ items }: Part): boolean {
  const last = items.at(-1);
  return last !== undefined && operatorOf(last) !== null;
}

function isComplete(part: Part): boolean {
  return part.isRelation && !beginsWithSign(part) && !endsWithSign(part);
}

function chainIn(
  { items, start, end }: Part,
  table: SymbolTable,
  before: Tree | null,
  hints: Set<string>,
): Chain {
  const { members: written, operators } = membersOf(items);
  if (operators.length === 0) {
    const message = 'Nothing is claimed of this: write an equation, an inequality or a limit.';
    throw new MathProblem({ message, start, end });
  }
  const memberAt = (index: number) => {
    const member = written[index] ?? [];
    if (member.length === 0 && index === 0 && before) return { tree: before, isLimit: false };
    if (member.length === 0) {
      const message = `Something is missing ${index === 0 ? 'before' : 'after'} “${operators[Math.max(0, index - 1)]}”.`;
      throw new MathProblem({ message, start, end });
    }
    const plain = withoutLimits(member, table);
    requireLimitInFront(member, plain);
    const { tree, hints: own } = parse(plain, table);
    for (const hint of own) hints.add(hint);
    return { tree, isLimit: plain !== member };
  };
  // `→ a < b` is an arrow in front of a statement; `→ 0`, `→ c·0 = 0` goes on from what is above.
  const mayBeMark = operators[0] === '->' && written[0]?.length === 0 && operators.length > 1;
  const first = mayBeMark && !isZeroByForm(memberAt(1).tree) ? 1 : 0;
  const members = written.slice(first).map((_, index) => memberAt(first + index));
  return {
    members: members.map(({ tree }) => tree),
    operators: operators.slice(first),
    limits: members.map(({ isLimit }) => isLimit),
  };
}

/** The members of a chain, and the signs between them. */
export function membersOf(items: readonly Item[]): {
  members: Item[][];
  operators: ClaimOperator[];
} {
  const members: Item[][] = [[]];
  const operators: ClaimOperator[] = [];
  for (const { item, isInside } of withDepth(items)) {
    const operator = isInside ? null : operatorOf(item);
    if (operator === null) members.at(-1)?.push(item);
    else {
      operators.push(operator);
      members.push([]);
    }
  }
  return { members, operators };
}

/** Words are replaced by a mark of their own, and characters have numbers: neither is for the reader. */
function shown(error: MathError): MathError {
  if (error.message.includes('“;”'))
    return { ...error, message: 'Words or a semicolon do not fit inside a formula.' };
  return { ...error, message: error.message.replace(/(“.” )\(U\+[0-9A-F]+\) /u, '$1') };
}

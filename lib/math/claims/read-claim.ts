import { sameShape } from '@/lib/math/core/dimension';
import { caught, type MathError, MathProblem, withEditIn } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { isMark } from '@/lib/math/language/items';
import { parse } from '@/lib/math/language/parse';
import { shapeOf } from '@/lib/math/language/shape';
import type { Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { unwrapped } from '@/lib/math/reading/read';
import { fail, type Result } from '@/lib/result';
import { type Chain, chainIn } from './chain';
import { Lexicon } from './lexicon/lexicon';
import type { LineParts, Part, Role } from './part';
import { partsOf } from './parts';
import { beginsWithSign, membersOf, NO_LIMIT, OPPOSITE } from './relation';
import { scanLine } from './scan-line';

/** What is claimed in a line: chains, with `⇒` or a comma between them. */
export interface Claim {
  role: Role;
  /** What is supposed, in front of what is claimed: `suppose a < b`, `if a < b then …`. */
  supposed: readonly Chain[];
  /** It supposes that something is not a limit, from which no line can be decided. */
  supposesNoLimit: boolean;
  /** What it supposes may be its conclusion: `by contradiction: a < b`. */
  mayConclude: boolean;
  /** It is supposed for its line alone, `if a then b`, and not for those below. */
  isCondition: boolean;
  /** Empty where there are only words. */
  chains: readonly Chain[];
  /** So many chains stand in front of `⇒`, 0 without one: an implication, or claims of which the others follow. */
  antecedents: number;
  /** It says that a contradiction is reached. */
  closes: boolean;
  /** Its words claim something themselves, which is not read. */
  claimsInWords: boolean;
  /** What stands beside the claims. */
  words: string;
  hints: readonly string[];
}

/** How a line is read: the part's symbols, the words that are understood, and what is known from around it. */
export interface ReadingOptions {
  table: SymbolTable;
  lexicon?: Lexicon;
  /** The role that was chosen; null where the words say it. */
  role?: Role | null;
  /** The last member of the line above, from which a line goes on that begins with a sign. */
  before?: Tree | null;
}

const PLAIN_LEXICON = new Lexicon();

/**
 * Reads a line of a proof, LaTeX or plain text: equations, inequalities, limits, and what its words make
 * of them. Words that are not understood are an error, as they may change what is said.
 */
export function readClaim(source: string, options: ReadingOptions): Result<Claim, MathError> {
  const reading = caught(() => claimOf(cutLine(source, options), options));
  return reading.ok ? reading : fail(withEditIn(source, reading.error));
}

/** A line that is an expression, without labels and words around it. */
export function readExpression(source: string, options: ReadingOptions): Result<Tree, MathError> {
  return caught(() => {
    const [part, ...others] = cutLine(source, options).parts;
    if (!part || others.length > 0 || part.isRelation)
      throw new MathProblem({ message: 'This is no expression.', start: 0, end: source.length });
    return parse(part.items, options.table).tree;
  });
}

/** A line cut into statements, before anyone asks what they mean. Throws `MathProblem`. */
export function cutLine(
  source: string,
  { table, lexicon = PLAIN_LEXICON }: ReadingOptions,
): LineParts {
  const plain = unwrapped(source);
  return partsOf(scanLine(plain, table, lexicon), table, lexicon, plain);
}

/** What the statements of a line mean. Throws `MathProblem`. */
export function claimOf(
  { parts: cut, role: said, mayConclude, closes, claimsInWords, words }: LineParts,
  { table, role: chosen = null, before = null }: ReadingOptions,
): Claim {
  const role = roleOf(said, chosen, cut);
  const parts = withLists(chosen === null ? cut : inRole(cut, role), table);
  const limits = parts.filter(deniesLimit);
  const claimedLimit = limits.find(({ is }) => is === 'claimed');
  if (claimedLimit) throw notJudged(claimedLimit);
  // Beside words, what relates nothing is what they are about.
  const isWorded = words !== '' || closes;
  const others = parts.filter((part) => !deniesLimit(part));
  const statements = isWorded ? others.filter(({ isRelation }) => isRelation) : others;
  const subjects = others.filter((part) => !statements.includes(part));
  if (parts.length === 0 && !isWorded) throw empty();
  const hints = new Set<string>();
  const read: { chain: Chain; part: Part }[] = [];
  for (const part of statements) {
    const above = part === cut[0] ? before : (read.at(-1)?.chain.members.at(-1) ?? null);
    const goesOn = beginsWithSign(part.items) ? above : null;
    const chain = chainIn(part, table, goesOn, hints);
    read.push({ part, chain: part.isDenied ? negated(chain, part) : chain });
  }
  const supposed = read.filter(({ part }) => part.is !== 'claimed');
  const claimed = read.filter(({ part }) => part.is === 'claimed');
  return {
    role,
    supposed: supposed.map(({ chain }) => chain),
    supposesNoLimit: limits.length > 0,
    mayConclude,
    isCondition: supposed.some(({ part }) => part.is === 'condition'),
    chains: claimed.map(({ chain }) => chain),
    antecedents: Math.max(
      0,
      claimed.findIndex(({ part }, index) => index > 0 && part.gap.hasArrow),
    ),
    closes,
    claimsInWords: claimsInWords || subjects.some(({ items }) => items.length > 1),
    words,
    hints: [...hints],
  };
}

/** The chosen role wins; words that say another one leave the line unread. */
function roleOf(said: Role | null, chosen: Role | null, [first]: readonly Part[]): Role {
  if (chosen !== null && said !== null && said !== chosen) {
    const place = { start: 0, end: first?.start ?? 0 };
    const message = `The words of this line say “${said}”, and “${chosen}” was chosen for it.`;
    throw new MathProblem({ message, ...place });
  }
  return chosen ?? said ?? 'claim';
}

/** What stands in a line whose role was chosen and not said: up to the first `⇒` it is supposed. */
function inRole(parts: readonly Part[], role: Role): readonly Part[] {
  if (role !== 'suppose' && role !== 'case') return parts;
  if (parts.some(({ is }) => is !== 'claimed')) return parts;
  const arrow = parts.findIndex(({ gap }, index) => index > 0 && gap.hasArrow);
  const end = arrow < 0 ? parts.length : arrow;
  return parts.map((part, index) => (index < end ? { ...part, is: 'supposed' } : part));
}

/** `a, b ≥ 0` says the same of each, where both are expressions of the same shape. */
function withLists(parts: readonly Part[], table: SymbolTable): readonly Part[] {
  return parts.map((part, index) => {
    const at = parts.findIndex(({ isRelation }, place) => place > index && isRelation);
    const next = parts[at];
    if (part.isRelation || !next || beginsWithSign(next.items)) return part;
    if (!parts.slice(index + 1, at + 1).every(({ gap }) => gap.isList)) return part;
    const [first = []] = membersOf(next.items).members;
    if (!areAlike(part.items, first, table)) return part;
    const items = [...part.items, ...next.items.slice(first.length)];
    return { ...part, items, isRelation: true, is: next.is };
  });
}

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

/** What `¬` in front of a relation says. Throws `MathProblem` for what has no opposite. */
function negated(chain: Chain, { start, end }: Part): Chain {
  const [operator] = chain.operators;
  const opposite = operator === undefined ? null : OPPOSITE[operator];
  if (chain.operators.length === 1 && opposite && !chain.limits.some(Boolean))
    return { ...chain, operators: [opposite] };
  const message = 'Only one relation can be denied at a time, and no limit; write its opposite.';
  throw new MathProblem({ message, start, end });
}

function deniesLimit({ items }: Part): boolean {
  return items.some((item) => isMark(item, NO_LIMIT));
}

function notJudged({ start, end }: Part): MathProblem {
  const message =
    'That something is not a limit is not judged. Suppose it, or say what follows from it.';
  return new MathProblem({ message, start, end });
}

function empty(): MathProblem {
  return new MathProblem({ message: 'Nothing is claimed here.', start: 0, end: 0 });
}

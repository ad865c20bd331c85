import type { MathError } from './error';
import { MathProblem, withEditIn } from './error';
import type { Item } from './item';
import { layOut } from './layout';
import { isMark } from './parse-cursor';
import { parse } from './parser';
import { withoutWords } from './proof-words';
import { caught, unwrapped } from './read';
import { fail, type Result } from './result';
import type { SymbolTable } from './symbol-table';
import { tokenize } from './tokens';
import type { RelationOperator, Tree } from './tree';

/** `->` is the statement that the left side has the right one as its limit. */
export type ClaimOperator = RelationOperator | '->';

/** `a ≤ b < c → 0`: an operator between each two members. */
export interface Chain {
  members: readonly Tree[];
  operators: readonly ClaimOperator[];
}

/** What is claimed in a line: chains, with `⇒` or a comma between them. */
export interface Claim {
  /** Empty where there are only words. */
  chains: readonly Chain[];
  /** It is supposed, not claimed to follow. */
  assumes: boolean;
  /** What stands beside the claims. */
  words: string;
  hints: readonly string[];
}

/**
 * Reads a line of a proof, LaTeX or plain text: equations, inequalities, limits. Words stand beside
 * what is claimed and are passed over.
 */
export function readClaim(source: string, table: SymbolTable): Result<Claim, MathError> {
  const reading = caught(() => {
    const { text, hasWords, words, assumes } = withoutWords(unwrapped(source));
    const items = layOut(tokenize(text, table.decimalComma), table.splitWord);
    const parts = splitStatements(items).filter((part) => part.length > 0);
    if (parts.length === 0 && !hasWords) {
      const place = { start: 0, end: source.length };
      throw new MathProblem({ message: 'Nothing is claimed here.', ...place });
    }
    // What words leave over, such as the number of an equation or a name, claims nothing.
    const claims = hasWords ? parts.filter(isRelation) : parts;
    const parsed = claims.map((part) => {
      const isLimit = isLimitSign(part[0]);
      return { ...parse(isLimit ? part.slice(1) : part, table), isLimit };
    });
    return {
      chains: parsed.map(({ tree, isLimit }) => (isLimit ? asLimit(chainOf(tree)) : chainOf(tree))),
      assumes,
      words,
      hints: [...new Set(parsed.flatMap(({ hints }) => hints))],
    };
  });
  return reading.ok ? reading : fail(withEditIn(source, reading.error));
}

/** Cuts at every `⇒` and at commas and semicolons that stand in no bracket. */
function splitStatements(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    if (['(', '[', '⟨'].some((mark) => isMark(item, mark))) depth++;
    if ([')', ']', '⟩'].some((mark) => isMark(item, mark))) depth--;
    const cuts = isMark(item, '=>') || isMark(item, ',') || isMark(item, ';');
    if (cuts && depth === 0) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}

function isRelation(part: readonly Item[]): boolean {
  return part.some((item) => RELATION_MARKS.some((mark) => isMark(item, mark)));
}

const RELATION_MARKS = ['=', '!=', '<', '<=', '>', '>=', '->'];

function chainOf(tree: Tree): Chain {
  if (tree.kind !== 'relation' && tree.kind !== 'tends') {
    const { start = 0, end = 0 } = tree.span ?? {};
    const message = 'Nothing is claimed of this: write an equation, an inequality or a limit.';
    throw new MathProblem({ message, start, end });
  }
  const operator = tree.kind === 'relation' ? tree.operator : '->';
  if (tree.left.kind !== 'relation' && tree.left.kind !== 'tends')
    return { members: [tree.left, tree.right], operators: [operator] };
  const { members, operators } = chainOf(tree.left);
  return { members: [...members, tree.right], operators: [...operators, operator] };
}

/** `lim` with an arrow to infinity below it, at the front of a statement. */
function isLimitSign(item: Item | undefined): boolean {
  return (
    item?.base.type === 'command' &&
    item.base.text === 'lim' &&
    (item.sub?.some((part) => isMark(part, '->')) ?? false) &&
    (item.sub?.some(({ base }) => base.type === 'command' && base.text === 'infty') ?? false)
  );
}

/** `\\lim a = b` says that a tends to b. */
function asLimit({ members, operators: [first, ...rest] }: Chain): Chain {
  return { members, operators: first === '=' ? ['->', ...rest] : [first ?? '->', ...rest] };
}

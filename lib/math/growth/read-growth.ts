import { isScalar } from '@/lib/math/core/dimension';
import { caught, type MathError, MathProblem } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { isMark } from '@/lib/math/language/items';
import { toLatex } from '@/lib/math/language/latex';
import { parse } from '@/lib/math/language/parse';
import { shapeOf } from '@/lib/math/language/shape';
import type { Item } from '@/lib/math/notation/item';
import { layOut } from '@/lib/math/notation/layout';
import { withoutOrnaments } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { tokenize } from '@/lib/math/notation/tokens';
import { withoutTypesetting } from '@/lib/math/notation/typesetting';
import { splitChain } from '@/lib/math/reading/chain';
import { unwrapped } from '@/lib/math/reading/read';
import type { Result } from '@/lib/result';

/** Landau's letters. */
export type Letter = 'O' | 'Theta' | 'Omega' | 'o' | 'omega';

/**
 * A class of growth: all that grows at most (O), at least (Ω) or just (Θ) as an expression does, more
 * slowly (o) or faster (ω).
 */
interface OneClass {
  /** Null where only an expression was written. */
  letter: Letter | null;
  inside: Tree;
}

export interface GrowthClass extends OneClass {
  /** Classes before it in a chain, `\Theta(n) = O(n)`: what is said of one function holds together. */
  earlier: readonly OneClass[];
}

/** The word in front of a letter; `in` may be a product of symbols elsewhere. */
const WORD_IN =
  /(?<=\s)in(?=\s+(?:[Oo]|Theta|[Oo]mega|Θ|Ω|ω|\\(?:mathcal|Theta|[Oo]mega))(?![A-Za-z]))/g;

const LETTERS: ReadonlyMap<string, Letter> = new Map([
  ['O', 'O'],
  ['mathcal{O}', 'O'],
  ['Theta', 'Theta'],
  ['Omega', 'Omega'],
  ['o', 'o'],
  ['omega', 'omega'],
]);

/**
 * Reads `O(n \log n)`, `\mathcal{O}(…)`, `\Theta(…)`, `\Omega(…)`, `o(…)`, `\omega(…)`, or the
 * expression alone; of `T(n) = O(n)` and `T(n) \in O(n)` what stands behind the last `=` or `\in`.
 */
export function readGrowth(
  source: string,
  table: SymbolTable,
): Result<{ growth: GrowthClass; hints: readonly string[] }, MathError> {
  return caught(() => {
    const text = withoutOrnaments(withoutTypesetting(unwrapped(source))).replace(WORD_IN, ' ∈');
    const items = layOut(tokenize(text, table.decimalComma), table.splitWord);
    const members = splitChain(items).map(withoutMember);
    const last = members.at(-1) ?? [];
    const wrapped = unwrappedClass(last, table);
    const { tree, hints } = parse(wrapped?.inside ?? last, table);
    const shape = shapeOf(tree, table);
    if (!shape.ok) throw new MathProblem(shape.error);
    if (!isScalar(shape.value))
      throw new MathProblem({ message: 'Only numbers grow.', start: 0, end: source.length });
    const earlier = wrapped ? classesIn(members.slice(0, -1), table) : [];
    return { growth: { letter: wrapped?.letter ?? null, inside: tree, earlier }, hints };
  });
}

/** The classes among the members of a chain; of other members nothing is said. */
function classesIn(members: readonly (readonly Item[])[], table: SymbolTable): OneClass[] {
  return members.flatMap((member) => {
    const wrapped = unwrappedClass(member, table);
    if (!wrapped) return [];
    const reading = caught(() => parse(wrapped.inside, table));
    if (!reading.ok) return [];
    const inside = reading.value.tree;
    const shape = shapeOf(inside, table);
    return shape.ok && isScalar(shape.value) ? [{ letter: wrapped.letter, inside }] : [];
  });
}

/** `T(n) \in` in front of a class. */
function withoutMember(items: readonly Item[]): readonly Item[] {
  const at = items.findLastIndex(({ base }) => base.type === 'command' && base.text === 'in');
  return items.slice(at + 1);
}

/** The letter and what stands in its brackets; null where it is no class. */
function unwrappedClass(
  items: readonly Item[],
  table: SymbolTable,
): { letter: Letter; inside: readonly Item[] } | null {
  const [first, open] = items;
  const { base } = first ?? {};
  if (!first || !open || (base?.type !== 'letter' && base?.type !== 'command')) return null;
  const letter = table.find(items, 0) ? undefined : LETTERS.get(base.text);
  const last = items.at(-1);
  if (!letter || first.sup || first.sub || !isMark(open, '(') || !last || !isMark(last, ')'))
    return null;
  return { letter, inside: items.slice(2, -1) };
}

const LATEX: Readonly<Record<Letter, string>> = {
  O: '\\mathcal{O}',
  Theta: '\\Theta',
  Omega: '\\Omega',
  o: 'o',
  omega: '\\omega',
};

/** The class as it was read, LaTeX. */
export function growthLatex({ earlier, ...last }: GrowthClass, table: SymbolTable): string {
  return [...earlier, last].map((each) => classLatex(each, table)).join(' = ');
}

function classLatex({ letter, inside }: OneClass, table: SymbolTable): string {
  const latex = toLatex(inside, table);
  return letter === null ? latex : `${LATEX[letter]}\\left(${latex}\\right)`;
}

/** The letter, LaTeX. */
export function letterLatex(letter: Letter): string {
  return LATEX[letter];
}

import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';

/** Letters that stand for a free constant, alone or with an index, where nothing else is called so. */
const LETTERS = 'C c K k A B D M N P Q a b \\alpha \\beta'.split(' ');
const INDICES = ['0', '1', '2', '3', '4', '5', '6'];
const PREFIX = 'free_constant_';

/** The constants that the answers of a general solution may use without their being declared. */
export function freeConstants(declared: readonly SymbolDeclaration[]): SymbolDeclaration[] {
  const taken = new Set(declared.flatMap(({ id, latex, aliases = [] }) => [id, latex, ...aliases]));
  const names = LETTERS.flatMap((letter) => [
    { latex: letter, aliases: letter === 'C' ? ['const', 'konst'] : [] },
    ...INDICES.map((index) => ({ latex: `${letter}_${index}`, aliases: [] })),
  ]);
  return names
    .filter(({ latex }) => !taken.has(latex) && !taken.has(latex.replace(/_(\d)/, '_{$1}')))
    .map(({ latex, aliases }) => ({
      ...freeConstant(latex),
      aliases: aliases.filter((alias) => !taken.has(alias)),
    }));
}

/** A constant of families that is written so. */
export function freeConstant(latex: string): SymbolDeclaration {
  const id = PREFIX + latex.replace(/[\\{}]/g, '');
  return { id, latex, type: { kind: 'scalar', domain: 'real' } };
}

/** The constants of a family: those of the list, and those that nobody declared. */
export function constantsIn(tree: Tree, declared: readonly string[]): readonly string[] {
  return [...symbolsIn(tree)].filter((id) => id.startsWith(PREFIX) || declared.includes(id));
}

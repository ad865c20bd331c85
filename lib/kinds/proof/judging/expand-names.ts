import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { substitute } from '@/lib/math/core/substitute';
import { children, type Tree } from '@/lib/math/core/tree';

/** Expressions that would get more nodes keep their names: names within names grow exponentially. */
const MOST_NODES = 400;

/** Replaces the names that a student gave by their expressions, also where the index is shifted. */
export class NameExpansion {
  readonly #meanings: ReadonlyMap<string, Tree>;
  readonly #sequences: Sequences;

  /** `names` are equations with the name on the left. */
  constructor(names: readonly Statement[], sequences: Sequences) {
    this.#sequences = sequences;
    const meanings = new Map<string, Tree>();
    this.#meanings = meanings;
    // Names build on the ones above them only.
    for (const { left, right } of names) {
      if (left.kind !== 'symbol') continue;
      const { base, offset } = this.#elementOf(left.id);
      const whole = this.expandNames(right);
      const meaning = offset === 0 ? whole : sequences.shifted(whole, -offset);
      if (meaning) meanings.set(base, meaning);
    }
  }

  #elementOf(id: string): { base: string; offset: number } {
    return this.#sequences.elementOf(id) ?? { base: id, offset: 0 };
  }

  /** The expression without the names; as it is, where it would become too large. */
  expandNames(tree: Tree): Tree {
    const whole = substitute(tree, (id) => {
      const { base, offset } = this.#elementOf(id);
      const meaning = this.#meanings.get(base);
      if (!meaning) return null;
      return offset === 0 ? meaning : this.#sequences.shifted(meaning, offset);
    });
    return sizeOf(whole) > MOST_NODES ? tree : whole;
  }
}

function sizeOf(tree: Tree): number {
  return children(tree).reduce((total, part) => total + sizeOf(part), 1);
}

import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { substitute } from '@/lib/math/core/substitute';
import { children, type Tree } from '@/lib/math/core/tree';

/** Expressions that would become larger keep the name: names of names double fast. */
const MOST_NODES = 400;

/** Writes expressions out without the names that a student gave, at every moment. */
export class OwnNames {
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
      const whole = this.writtenOut(right);
      const meaning = offset === 0 ? whole : sequences.shifted(whole, -offset);
      if (meaning) meanings.set(base, meaning);
    }
  }

  #elementOf(id: string): { base: string; offset: number } {
    return this.#sequences.elementOf(id) ?? { base: id, offset: 0 };
  }

  writtenOut(tree: Tree): Tree {
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

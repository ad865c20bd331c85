import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';

/** So many of the last refuted lines are tried; a proof with more of them has no points left to lose. */
const MOST_TRIED = 4;

/** The lines that do not hold, from which others may follow. */
export class RefutedLines {
  readonly #reasoner: Reasoner;
  readonly #lines: { number: number; statements: readonly Statement[] }[] = [];

  constructor(reasoner: Reasoner) {
    this.#reasoner = reasoner;
  }

  add(number: number, statements: readonly Statement[]): void {
    this.#lines.push({ number, statements });
  }

  /** The number of a line with which statements follow from the premises; null where there is none. */
  async lineWith(
    premises: readonly Statement[],
    statements: readonly Statement[],
  ): Promise<number | null> {
    for (const { number, statements: refuted } of this.#lines.slice(-MOST_TRIED)) {
      const all = [...premises, ...refuted];
      // From what contradicts itself everything follows.
      if (
        (await this.#reasoner.allFollow(all, statements)) &&
        (await this.#reasoner.isConsistent(all))
      )
        return number;
    }
    return null;
  }
}

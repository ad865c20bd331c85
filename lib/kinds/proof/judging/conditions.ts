import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { ProofContext } from './proof-context';

/** What lines say under conditions that nothing had shown; it counts once the condition is said. */
export class Conditions {
  readonly #pending: { condition: readonly Statement[]; claims: readonly Statement[] }[] = [];

  add(condition: readonly Statement[], claims: readonly Statement[]): void {
    this.#pending.push({ condition, claims });
  }

  /** What holds now that more is known, each time only what was not given out before. */
  async shown(context: ProofContext): Promise<Statement[]> {
    const shown: Statement[] = [];
    for (const [index, { condition, claims }] of [...this.#pending.entries()].reverse()) {
      if (!(await context.areSaid(condition))) continue;
      shown.push(...claims);
      this.#pending.splice(index, 1);
    }
    return shown;
  }
}

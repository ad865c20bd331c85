import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import { type Statement, settledOf, statementsOf } from '@/lib/kinds/proof/reading/statement';
import type { Chain } from '@/lib/math/claims/chain';
import type { Said } from './contradiction';
import { type PreparedProof, unfoldedStatement } from './prepare';

/** What chains say, as they are written and without the symbols that the author defines. */
export class Unfolding {
  readonly #proof: PreparedProof;
  readonly #sequences: Sequences;

  constructor(proof: PreparedProof, sequences: Sequences) {
    this.#proof = proof;
    this.#sequences = sequences;
  }

  of(statement: Statement): Statement {
    return unfoldedStatement(statement, this.#proof.unfold);
  }

  saidIn(chain: Chain): Said[] {
    const written = [...settledOf(chain, this.#sequences), ...statementsOf(chain)];
    return written.map((each) => ({ written: each, unfolded: this.of(each) }));
  }

  statementsOf(chains: readonly Chain[]): Statement[] {
    return chains.flatMap((chain) => this.saidIn(chain)).map(({ unfolded }) => unfolded);
  }
}

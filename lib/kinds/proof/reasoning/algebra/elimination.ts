import type { Atoms } from './atoms';
import { inverse, negated, type Polynomial } from './polynomial';
import { scaled, type VectorForm, withVector } from './vector-form';

/**
 * Gaussian elimination over vector equations whose coefficients are polynomials in scalars. A vector
 * is solved for only where its coefficient is known not to be zero, so that what follows from the
 * solution holds for every value of the scalars.
 */
export class Elimination {
  readonly #solved = new Map<string, VectorForm>();
  readonly #atoms: Atoms;
  /** Equations that no vector could be solved for: combinations that are zero. */
  readonly open: VectorForm[] = [];

  readonly #maySolve: (vector: string) => boolean;

  /** Vectors that may not be solved for stay as they are. */
  constructor(atoms: Atoms, maySolve: (vector: string) => boolean = () => true) {
    this.#atoms = atoms;
    this.#maySolve = maySolve;
  }

  /** Takes in that a combination of vectors is zero. */
  add(zero: VectorForm): void {
    const form = this.reduced(zero);
    if (form.size === 0) return;
    for (const [id, coefficient] of form) {
      const over = this.#maySolve(id) ? this.#inverse(coefficient) : null;
      if (!over) continue;
      const rest = new Map(form);
      rest.delete(id);
      const through = scaled(rest, negated(over));
      for (const [other, solution] of this.#solved)
        this.#solved.set(other, withVector(solution, id, through));
      this.#solved.set(id, through);
      this.#retry();
      return;
    }
    this.open.push(form);
  }

  /** How much has been taken in. */
  get size(): number {
    return this.#solved.size + this.open.length;
  }

  /** The combination in vectors that nothing is known of. */
  reduced(form: VectorForm): VectorForm {
    // Solutions are written in vectors that are not solved for, so that one pass is enough.
    return [...form.keys()].reduce((result, id) => {
      const through = this.#solved.get(id);
      return through ? withVector(result, id, through) : result;
    }, form);
  }

  /** What could not be solved for may be solved now. */
  #retry(): void {
    for (const form of this.open.splice(0)) this.add(form);
  }

  #inverse(coefficient: Polynomial): Polynomial | null {
    return this.#atoms.isNonzero(coefficient) ? inverse(coefficient) : null;
  }
}

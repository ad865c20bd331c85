import type { Functional, Meaning } from './meaning';
import {
  atom,
  atomsIn,
  keyOfPolynomial,
  ONE_POLYNOMIAL,
  type Polynomial,
  polynomialOf,
  product,
  sum,
} from './polynomial';
import { type VectorForm, vector } from './vector-form';

/** What means and sums are written with. */
interface Host {
  readonly meanings: ReadonlyMap<string, Meaning>;
  named: (id: string, meaning: Meaning) => Polynomial;
  inner: (left: VectorForm, right: VectorForm) => Polynomial;
  isRandom: (scalar: string) => boolean;
}

type Term = { coefficient: Polynomial; of: Polynomial };

/**
 * Normal forms of positive linear functionals: expectations, and sums over the entries of vectors.
 * What does not depend on what they run over stands in front, and sums of products of two entries
 * are inner products.
 */
export class Functionals {
  readonly #host: Host;
  #areThere = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Whether any was spoken of. */
  get areThere(): boolean {
    return this.#areThere;
  }

  apply(functional: Functional, polynomial: Polynomial): Polynomial {
    this.#areThere = true;
    return sum(
      ...this.termsOf(functional, polynomial).map(({ coefficient, of }) =>
        product(coefficient, this.#ofProduct(functional, of)),
      ),
    );
  }

  /** A number in terms, each a product of what the functional runs over with a factor that it does not. */
  termsOf(functional: Functional, polynomial: Polynomial): Term[] {
    return [...polynomial.values()].map(({ coefficient, powers }) => {
      const own = [...powers].filter(([id]) => this.dependsOn(id, functional));
      const constants = [...powers].filter(([id]) => !this.dependsOn(id, functional));
      const of = own.reduce(
        (whole, [id, power]) => product(whole, atom(id, power)),
        ONE_POLYNOMIAL,
      );
      return { coefficient: polynomialOf([{ coefficient, powers: new Map(constants) }]), of };
    });
  }

  /** How much the functional is of 1. */
  total(functional: Functional): Polynomial {
    if (functional.kind === 'mean') return ONE_POLYNOMIAL;
    return this.size(functional.dimension);
  }

  size(dimension: string): Polynomial {
    return this.#host.named(`#${dimension}`, { kind: 'size', dimension });
  }

  /** Whether an atom changes with what the functional runs over. */
  dependsOn(id: string, functional: Functional): boolean {
    const meaning = this.#host.meanings.get(id);
    const isIn = (polynomial: Polynomial) => this.isIn(polynomial, functional);
    switch (meaning?.kind) {
      case 'scalar':
        if (meaning.parts) return meaning.parts.some(isIn);
        return functional.kind === 'mean' && this.#host.isRandom(meaning.id);
      case 'entry':
        return functional.kind === 'sum' && functional.dimension === meaning.dimension;
      case 'norm':
        return [...meaning.of.values()].some(isIn);
      case 'max':
      case 'min':
        return meaning.of.some(isIn);
      case 'functional':
        return keyOf(meaning.functional) !== keyOf(functional) && isIn(meaning.of);
      case 'inner':
      case 'size':
        return false;
      default:
        return meaning !== undefined && isIn(meaning.of);
    }
  }

  isIn(polynomial: Polynomial, functional: Functional): boolean {
    return [...atomsIn(polynomial)].some((id) => this.dependsOn(id, functional));
  }

  #ofProduct(functional: Functional, of: Polynomial): Polynomial {
    if (keyOfPolynomial(of) === keyOfPolynomial(ONE_POLYNOMIAL)) return this.total(functional);
    const pair = this.#entriesIn(of);
    if (pair) return this.#host.inner(vector(pair[0]), vector(pair[1]));
    const key = `${keyOf(functional)}[${keyOfPolynomial(of)}]`;
    return this.#host.named(key, { kind: 'functional', functional, of });
  }

  /** The vectors of a product of two entries; null of any other. */
  #entriesIn(of: Polynomial): [string, string] | null {
    const [term] = of.values();
    const vectors = [...(term?.powers ?? [])].flatMap(([id, power]) => {
      const meaning = this.#host.meanings.get(id);
      const name = meaning?.kind === 'entry' && power > 0 ? meaning.of : null;
      return Array.from({ length: Math.abs(power) }, () => name);
    });
    const [a, b, ...more] = vectors;
    return a && b && more.length === 0 ? [a, b] : null;
  }
}

export function keyOf(functional: Functional): string {
  return functional.kind === 'mean' ? 'E' : `Σ${functional.dimension}`;
}

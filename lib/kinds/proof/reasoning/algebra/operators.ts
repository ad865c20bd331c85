import { ONE_POLYNOMIAL, type Polynomial, product, sum } from './polynomial';
import type { VectorForm } from './vector-form';
import { scaled, sumOfVectors, vector } from './vector-form';

/** A combination of products of symmetric matrices, by their ids in order; the empty product is the identity. */
export type Operator = ReadonlyMap<string, { word: readonly string[]; coefficient: Polynomial }>;

/** The ends between which the eigenvalues of a symmetric matrix are; null where there is none. */
export interface Spectrum {
  least: Polynomial | null;
  most: Polynomial | null;
  isOpen: { least: boolean; most: boolean };
}

export function operator(word: readonly string[], coefficient = ONE_POLYNOMIAL): Operator {
  return new Map([[word.join('·'), { word, coefficient }]]);
}

export function sumOfOperators(...all: readonly Operator[]): Operator {
  const total = new Map<string, { word: readonly string[]; coefficient: Polynomial }>();
  for (const [key, { word, coefficient }] of all.flatMap((each) => [...each])) {
    const together = sum(total.get(key)?.coefficient ?? new Map(), coefficient);
    if (together.size === 0) total.delete(key);
    else total.set(key, { word, coefficient: together });
  }
  return total;
}

export function scaledOperator(all: Operator, by: Polynomial): Operator {
  return productOfOperators(operator([], by), all);
}

export function productOfOperators(left: Operator, right: Operator): Operator {
  return sumOfOperators(
    ...[...left.values()].flatMap((a) =>
      [...right.values()].map((b) =>
        operator([...a.word, ...b.word], product(a.coefficient, b.coefficient)),
      ),
    ),
  );
}

/** Symmetric matrices are their own transposes, products of them turn around. */
export function transposed(all: Operator): Operator {
  return sumOfOperators(
    ...[...all.values()].map(({ word, coefficient }) => operator(word.toReversed(), coefficient)),
  );
}

/** Vectors that are a symmetric matrix times another one. */
export class MatrixVectors {
  /** The matrices of a part. */
  readonly spectra = new Map<string, Spectrum>();
  readonly #all = new Map<string, { matrix: string; of: string }>();

  /** Whether any was spoken of. */
  get areThere(): boolean {
    return this.#all.size > 0;
  }

  /** Which matrix times which vector a vector is; null of any other. */
  partsOf(id: string): { matrix: string; of: string } | null {
    return this.#all.get(id) ?? null;
  }

  /** The name of a matrix times a vector. */
  times(matrix: string, of: string): string {
    const id = `${matrix}·${of}`;
    this.#all.set(id, { matrix, of });
    return id;
  }

  apply(all: Operator, form: VectorForm): VectorForm {
    return sumOfVectors(
      ...[...all.values()].flatMap(({ word, coefficient }) =>
        [...form].map(([id, own]) =>
          scaled(vector(this.#named(word, id)), product(coefficient, own)),
        ),
      ),
    );
  }

  /**
   * The vectors of an inner product, the same for all that are equal as ⟨Au, v⟩ = ⟨u, Av⟩: the matrices
   * between u and v are shared out evenly.
   */
  balanced(a: string, b: string): readonly [string, string] {
    if (this.#all.size === 0) return a < b ? [a, b] : [b, a];
    const [left, right] = [this.#unfolded(a), this.#unfolded(b)];
    const between = [...left.word.toReversed(), ...right.word];
    const ways = [
      { u: left.of, word: between, v: right.of },
      { u: right.of, word: between.toReversed(), v: left.of },
    ];
    const [first] = ways.toSorted((p, q) => (keyOfWay(p) < keyOfWay(q) ? -1 : 1));
    if (!first) return [a, b];
    const half = Math.floor(first.word.length / 2);
    const [one, other] = [
      this.#named(first.word.slice(0, half).toReversed(), first.u),
      this.#named(first.word.slice(half), first.v),
    ];
    return one < other ? [one, other] : [other, one];
  }

  #named(word: readonly string[], id: string): string {
    return word.reduceRight((of, matrix) => this.times(matrix, of), id);
  }

  #unfolded(id: string): { word: string[]; of: string } {
    const parts = this.#all.get(id);
    if (!parts) return { word: [], of: id };
    const { word, of } = this.#unfolded(parts.of);
    return { word: [parts.matrix, ...word], of };
  }
}

function keyOfWay({ u, word, v }: { u: string; word: readonly string[]; v: string }): string {
  return [u, ...word, v].join(' ');
}

import { keyOfPolynomial, negated, type Polynomial, sum } from './polynomial';
import { keyOfVector, opposite, sumOfVectors, type VectorForm, ZERO_VECTOR } from './vector-form';

/** A scalar as a polynomial in atoms, or a vector as a combination of vectors. */
export type Value =
  | { kind: 'scalar'; polynomial: Polynomial }
  | { kind: 'vector'; form: VectorForm; isRow: boolean };

/** Something that proofs are not worked out with; a line with it is left to a person. */
export class Unsupported extends Error {
  override name = 'Unsupported';
}

/** What a value of an unknown function is called. */
export function appliedId(name: string, values: readonly Value[]): string {
  const keys = values.map((value) =>
    value.kind === 'scalar' ? keyOfPolynomial(value.polynomial) : keyOfVector(value.form),
  );
  return `${name}(${keys.join(';')})`;
}

export function scalar(polynomial: Polynomial): Value {
  return { kind: 'scalar', polynomial };
}

export function asVector(value: Value): VectorForm | null {
  if (value.kind === 'vector') return value.form;
  return value.polynomial.size === 0 ? ZERO_VECTOR : null;
}

/** The difference of two sides, of which a literal zero takes the other's shape. */
export function difference(left: Value, right: Value): Value {
  const turned: Value =
    right.kind === 'scalar'
      ? scalar(negated(right.polynomial))
      : { ...right, form: opposite(right.form) };
  if (left.kind === 'scalar' && turned.kind === 'scalar')
    return scalar(sum(left.polynomial, turned.polynomial));
  const [a, b] = [asVector(left), asVector(turned)];
  if (!a || !b) throw new Unsupported('a number beside a vector');
  const isRow = left.kind === 'vector' ? left.isRow : turned.kind === 'vector' && turned.isRow;
  return { kind: 'vector', form: sumOfVectors(a, b), isRow };
}

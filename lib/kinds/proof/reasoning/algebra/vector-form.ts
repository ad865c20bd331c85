import {
  keyOfPolynomial,
  negated,
  ONE_POLYNOMIAL,
  type Polynomial,
  product,
  sum,
} from './polynomial';

/** A linear combination of vectors, by the id of each; no coefficient is zero. */
export type VectorForm = ReadonlyMap<string, Polynomial>;

export const ZERO_VECTOR: VectorForm = new Map();

export function vector(id: string): VectorForm {
  return new Map([[id, ONE_POLYNOMIAL]]);
}

export function sumOfVectors(...forms: readonly VectorForm[]): VectorForm {
  const total = new Map<string, Polynomial>();
  for (const [id, coefficient] of forms.flatMap((form) => [...form])) {
    const together = sum(total.get(id) ?? new Map(), coefficient);
    if (together.size === 0) total.delete(id);
    else total.set(id, together);
  }
  return total;
}

export function scaled(form: VectorForm, by: Polynomial): VectorForm {
  return new Map(
    [...form].flatMap(([id, coefficient]) => {
      const together = product(coefficient, by);
      return together.size === 0 ? [] : [[id, together] as const];
    }),
  );
}

export function opposite(form: VectorForm): VectorForm {
  return new Map([...form].map(([id, coefficient]) => [id, negated(coefficient)]));
}

/** The combination with one of its vectors written through others. */
export function withVector(form: VectorForm, id: string, through: VectorForm): VectorForm {
  const coefficient = form.get(id);
  if (!coefficient) return form;
  const rest = new Map(form);
  rest.delete(id);
  return sumOfVectors(rest, scaled(through, coefficient));
}

/** The same text for the same combination. */
export function keyOfVector(form: VectorForm): string {
  return [...form]
    .map(([id, coefficient]) => `(${keyOfPolynomial(coefficient)})${id}`)
    .sort()
    .join('+');
}

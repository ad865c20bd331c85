/**
 * Sums of products of powers of n, ln n, ln ln n … of some variables, with numbers before them. The
 * logarithm of a product of powers and exponentials is such a sum: ln(n² 2ⁿ) = 2 ln n + (ln 2) n.
 */

/** By variable the exponents of n, ln n, ln ln n and ln ln ln n; what is 1 has none. */
export type Product = ReadonlyMap<string, readonly number[]>;

/** A sum by the names of its products. */
export type Sum = ReadonlyMap<string, { factor: number; product: Product }>;

/** How many logarithms of a variable are kept, itself included. */
export const LEVELS = 4;
/** Smaller exponents and factors are none. */
export const NOTHING = 1e-9;

/** The name of a product: the same for the same exponents. */
function nameOf(product: Product): string {
  return [...product]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, exponents]) => `${id}:${exponents.map((each) => each.toFixed(9)).join(',')}`)
    .join(';');
}

function sumOf(terms: readonly { factor: number; product: Product }[]): Sum {
  const sum = new Map<string, { factor: number; product: Product }>();
  for (const { factor, product } of terms) {
    const name = nameOf(product);
    const before = sum.get(name)?.factor ?? 0;
    sum.set(name, { factor: before + factor, product });
  }
  return new Map([...sum].filter(([, { factor }]) => Math.abs(factor) > NOTHING));
}

export function constantSum(value: number): Sum {
  return sumOf([{ factor: value, product: new Map() }]);
}

/** A variable with so many logarithms before it: 0 is n, 1 is ln n. */
export function variableSum(id: string, level: number): Sum {
  const exponents = Array.from({ length: LEVELS }, (_, at) => (at === level ? 1 : 0));
  return sumOf([{ factor: 1, product: new Map([[id, exponents]]) }]);
}

export function plus(a: Sum, b: Sum): Sum {
  return sumOf([...a.values(), ...b.values()]);
}

export function scaled(a: Sum, factor: number): Sum {
  return sumOf([...a.values()].map((term) => ({ ...term, factor: term.factor * factor })));
}

export function minus(a: Sum, b: Sum): Sum {
  return plus(a, scaled(b, -1));
}

export function times(a: Sum, b: Sum): Sum {
  return sumOf(
    [...a.values()].flatMap((left) =>
      [...b.values()].map((right) => ({
        factor: left.factor * right.factor,
        product: productOf(left.product, right.product),
      })),
    ),
  );
}

function productOf(a: Product, b: Product): Product {
  const product = new Map(a);
  for (const [id, exponents] of b) {
    const own = product.get(id);
    product.set(
      id,
      exponents.map((each, level) => each + (own?.[level] ?? 0)),
    );
  }
  return product;
}

/** The logarithm of a product; null where a variable has more logarithms than are kept. */
export function logOfProduct(product: Product): Sum | null {
  let sum: Sum = new Map();
  for (const [id, exponents] of product) {
    for (const [level, exponent] of exponents.entries()) {
      if (Math.abs(exponent) <= NOTHING) continue;
      if (level + 1 >= LEVELS) return null;
      sum = plus(sum, scaled(variableSum(id, level + 1), exponent));
    }
  }
  return sum;
}

/**
 * What grows as an expression does, up to constant factors: a sum of terms over a sum of terms, each
 * by its logarithm.
 */
export interface Growth {
  top: readonly Sum[];
  bottom: readonly Sum[];
}

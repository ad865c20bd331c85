/** One factor of a product: a thing that is at hand, as it is or transposed. */
export interface Factor {
  /** The same for the same thing. */
  id: string;
  turned: boolean;
  rows: number;
  columns: number;
}

/** What to multiply first: a factor by its place, or two groups. */
export type Association = number | readonly [Association, Association];

/** One thing up to transposition: `A B` and `Bᵀ Aᵀ` are computed alike. */
export interface ChainName {
  key: string;
  /** Whether the chain is the transpose of what the key names. */
  turned: boolean;
}

export function chainName(factors: readonly Factor[]): ChainName {
  const straight = factors.map((factor) => mark(factor, factor.turned)).join(' ');
  const reversed = factors
    .toReversed()
    .map((factor) => mark(factor, !factor.turned))
    .join(' ');
  return reversed < straight ? { key: reversed, turned: true } : { key: straight, turned: false };
}

function mark({ id, rows, columns }: Factor, turned: boolean): string {
  return turned && !(rows === 1 && columns === 1) ? `${id}ᵀ` : id;
}

/** Multiply-adds of the product of an a×b and a b×c matrix. */
export function productCost(rows: number, inner: number, columns: number): number {
  return rows * inner * columns;
}

/**
 * The cheapest way to multiply a chain out, by dynamic programming over its intervals (the matrix
 * chain problem; Godbole 1973), cubic in the length. Of ways that cost the same it takes that which
 * multiplies from the left. Neighbours must fit.
 */
export function bestAssociation(factors: readonly Factor[]): {
  cost: number;
  association: Association;
} {
  const best = new Map<string, { cost: number; association: Association }>();
  const at = (from: number, to: number) =>
    best.get(`${from},${to}`) ?? { cost: 0, association: from };
  for (let length = 2; length <= factors.length; length++) {
    for (let from = 0; from + length <= factors.length; from++) {
      const to = from + length;
      let cheapest: { cost: number; association: Association } | null = null;
      for (let middle = to - 1; middle > from; middle--) {
        const [left, right] = [at(from, middle), at(middle, to)];
        const cost =
          left.cost +
          right.cost +
          productCost(
            factors[from]?.rows ?? 1,
            factors[middle]?.rows ?? 1,
            factors[to - 1]?.columns ?? 1,
          );
        if (!cheapest || cost < cheapest.cost)
          cheapest = { cost, association: [left.association, right.association] };
      }
      if (cheapest) best.set(`${from},${to}`, cheapest);
    }
  }
  return at(0, factors.length);
}

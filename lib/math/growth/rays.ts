import { randomFrom } from '@/lib/math/core/random';
import { type Growth, LEVELS, NOTHING, type Sum } from './sum';

/** How a variable grows with t: as e^{wt}, as t^w, or not at all. */
export interface Rate {
  as: 'exponential' | 'power' | 'constant';
  weight: number;
}
export type Ray = ReadonlyMap<string, Rate>;

/** Along a ray a sum is one of powers of e^t, t, ln t, ln ln t …: by the exponents, its factors. */
type AlongRay = Map<string, { exponents: readonly number[]; factor: number }>;

const MANY_RAYS = 24;
/** Along rays with small whole rates terms tie that differ along all others, as n, m and √(nm) do for n = m. */
const MANY_WHOLE_RAYS = 40;
const MOST_WHOLE = 3;

/**
 * Ways in which variables may grow: each one while the others stay, all at small whole rates, at
 * random rates of the same order, and of different orders. One variable grows in one way.
 */
export function raysOf(ids: readonly string[], seed: string): Ray[] {
  const [only, ...others] = ids;
  if (only === undefined) return [];
  if (others.length === 0) return [new Map([[only, { as: 'exponential', weight: 1 }]])];
  const random = randomFrom(`${seed}/rays`);
  const weight = () => 0.25 + 2 * random();
  const alone = ids.flatMap((id) =>
    (['constant', 'exponential'] as const).map((rest): Ray => {
      const rate = (each: string): Rate => {
        if (each === id) return { as: rest === 'constant' ? 'exponential' : 'constant', weight: 1 };
        return { as: rest, weight: weight() };
      };
      return new Map(ids.map((each) => [each, rate(each)]));
    }),
  );
  const drawn = Array.from({ length: MANY_RAYS }, (_, count): Ray => {
    const isMixed = count % 2 === 1;
    return new Map(
      ids.map((id) => {
        const as = isMixed && random() < 0.5 ? 'power' : 'exponential';
        return [id, { as, weight: weight() }];
      }),
    );
  });
  const whole = Array.from({ length: MANY_WHOLE_RAYS }, (_, count): Ray => {
    const rate = () => (count === 0 ? 1 : 1 + Math.floor(random() * MOST_WHOLE));
    return new Map(ids.map((id) => [id, { as: 'exponential', weight: rate() }]));
  });
  return [...alone, ...whole, ...drawn];
}

/** Whether the first is small beside the second however the variables grow. */
export function isDominated(small: Growth, large: Growth): boolean {
  const ids = new Set([...variablesIn(small), ...variablesIn(large)]);
  const rays = raysOf([...ids], 'dominated');
  return rays.length > 0 && rays.every((ray) => orderAlong(small, large, ray) < 0);
}

/** The variables of a growth. */
export function variablesIn({ top, bottom }: Growth): string[] {
  const sums = [...top, ...bottom].flatMap((sum) => [...sum.values()]);
  return [...new Set(sums.flatMap(({ product }) => [...product.keys()]))];
}

/** −1 where a / b tends to 0 along the ray, 1 where it grows without bound, 0 where it stays between. */
export function orderAlong(a: Growth, b: Growth, ray: Ray): -1 | 0 | 1 {
  const left = along(a, ray);
  const right = along(b, ray);
  return growthOfLog(difference(left, right));
}

/** The logarithm of a growth along a ray: of the largest terms above and below. */
function along({ top, bottom }: Growth, ray: Ray): AlongRay {
  return difference(largest(top, ray), largest(bottom, ray));
}

function largest(terms: readonly Sum[], ray: Ray): AlongRay {
  return terms
    .map((term) => sumAlong(term, ray))
    .reduce((best, next) => (growthOfLog(difference(next, best)) > 0 ? next : best));
}

/** Exponents of e^t, t, ln t, … of a product. */
function sumAlong(sum: Sum, ray: Ray): AlongRay {
  const result: AlongRay = new Map();
  for (const { factor, product } of sum.values()) {
    const exponents = Array.from({ length: LEVELS + 2 }, () => 0);
    let own = factor;
    for (const [id, levels] of product) {
      const { as, weight } = ray.get(id) ?? { as: 'constant', weight: 1 };
      if (as === 'constant') continue;
      const first = as === 'exponential' ? 0 : 1;
      for (const [level, exponent] of levels.entries()) {
        exponents[first + level] =
          (exponents[first + level] ?? 0) + exponent * (level === 0 ? weight : 1);
        if (level === 1) own *= weight ** exponent;
      }
    }
    put(result, exponents, own);
  }
  return result;
}

function put(sum: AlongRay, exponents: readonly number[], factor: number): void {
  const name = exponents.map((each) => each.toFixed(9)).join(',');
  sum.set(name, { exponents, factor: (sum.get(name)?.factor ?? 0) + factor });
}

function difference(a: AlongRay, b: AlongRay): AlongRay {
  const result: AlongRay = new Map(a);
  for (const { exponents, factor } of b.values()) put(result, exponents, -factor);
  return result;
}

/** The sign of the fastest growing term; 0 where all stay bounded. */
function growthOfLog(log: AlongRay): -1 | 0 | 1 {
  const growing = [...log.values()].filter(
    ({ exponents, factor }) => Math.abs(factor) > NOTHING && signOf(exponents) > 0,
  );
  const [first, ...others] = growing;
  if (!first) return 0;
  const fastest = others.reduce(
    (best, next) =>
      signOf(next.exponents.map((each, at) => each - (best.exponents[at] ?? 0))) > 0 ? next : best,
    first,
  );
  return fastest.factor > 0 ? 1 : -1;
}

/** Whether a product grows (1), tends to 0 (−1) or is constant: its fastest factor decides. */
function signOf(exponents: readonly number[]): -1 | 0 | 1 {
  const decisive = exponents.find((each) => Math.abs(each) > NOTHING);
  return decisive === undefined ? 0 : decisive > 0 ? 1 : -1;
}

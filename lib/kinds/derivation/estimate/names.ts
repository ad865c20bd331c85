import type { EstimateSpec } from '@/lib/kinds/derivation/answer';

/** What a line may begin with: names of the objective, and of its derivatives by one parameter. */
export type EstimateNames = EstimateSpec['names'];

/** The names of derivatives that follow from those of the objective, as in ℓ′(λ), dℓ/dλ. */
export function estimateNames(
  objective: string[],
  parameters: Readonly<Record<string, string>>,
): EstimateNames {
  const isOne = Object.keys(parameters).length === 1;
  const namesBy = (latex: string, order: 1 | 2) =>
    objective.flatMap((name) => derivativeNames(name, latex, order, isOne));
  const byId = (order: 1 | 2) =>
    Object.fromEntries(
      Object.entries(parameters)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, latex]) => [id, [...new Set(namesBy(latex, order))]]),
    );
  return { objective, first: byId(1), second: byId(2) };
}

function derivativeNames(name: string, by: string, order: 1 | 2, isOne: boolean): string[] {
  const [, head = name, args = ''] = /^(.*?)(\([^()]*\))?$/.exec(name) ?? [];
  const power = order === 2 ? '^2' : '';
  const fractions = ['d', '\\partial'].flatMap((sign) => [
    `\\frac{${sign}${power} ${name}}{${sign} ${by}${power}}`,
    `\\frac{${sign}${power}}{${sign} ${by}${power}} ${name}`,
  ]);
  const partial = order === 1 ? [`\\partial_${by} ${name}`, `\\nabla_${by} ${name}`] : [];
  const primes = isOne ? [`${head}${"'".repeat(order)}${args}`] : [];
  return [...primes, ...fractions, ...partial];
}

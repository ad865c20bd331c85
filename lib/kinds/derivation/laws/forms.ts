import type { DeclaredSymbol } from '@/lib/kinds/fields/symbols';

/** A law of random variables, of which nothing is known: p(x, z), or q(z | x). */
export interface Law {
  /** How it is written: `p`, `p_\theta`. */
  latex: string;
  of: readonly string[];
  given: readonly string[];
}

/** What a form such as `p(x \mid z)` or `H(X \mid Y)` stands for, by the ids of laws. */
export type Meaning =
  | { kind: 'density'; law: string; of: string[]; given: string[] }
  | { kind: 'entropy'; law: string; of: string[]; given: string[] }
  | { kind: 'information'; law: string; of: string[]; with: string[]; given: string[] }
  | { kind: 'divergence'; of: string; from: string };

export interface Form {
  symbol: DeclaredSymbol;
  meaning: Meaning;
}

const POSITIVE: DeclaredSymbol['type'] = { kind: 'scalar', domain: '(0, inf)' };

/**
 * All that can be written of some laws: joint, marginal and conditional densities, the entropies and
 * mutual informations of their variables, and the divergences between two densities of the same
 * variables.
 */
export function formsOf(laws: Readonly<Record<string, Law>>): Form[] {
  const densities = Object.entries(laws).flatMap(([id, law]) => densitiesOf(id, law));
  const [only, ...others] = Object.entries(laws).filter(([, { given }]) => given.length === 0);
  // With several laws H(X) does not say of which it is.
  const of = only && others.length === 0 ? only : null;
  const information = of ? [...entropiesOf(of[0], of[1]), ...informationsOf(of[0], of[1])] : [];
  return [...densities, ...information, ...divergencesOf(densities)];
}

function densitiesOf(id: string, law: Law): Form[] {
  return conditionals(law).map(({ of, given }): Form => {
    const written = arguments_(of, given, (name) => name, ',');
    const [latex = '', ...aliases] = written.map((inside) => `${law.latex}(${inside})`);
    const symbol = { id: `law${id}${idOf(of, given)}`, latex, aliases, type: POSITIVE };
    return { symbol, meaning: { kind: 'density', law: id, of, given } };
  });
}

function entropiesOf(id: string, law: Law): Form[] {
  return conditionals(law).map(({ of, given }): Form => {
    const [latex = '', ...aliases] = arguments_(of, given, upper, ',').map(
      (inside) => `H(${inside})`,
    );
    const symbol = { id: `entropy${idOf(of, given)}`, latex, aliases, type: POSITIVE };
    return { symbol, meaning: { kind: 'entropy', law: id, of, given } };
  });
}

function informationsOf(id: string, { of: all }: Law): Form[] {
  return subsets(all).flatMap((of) =>
    subsets(all.filter((name) => !of.includes(name))).flatMap((other) =>
      [[], ...subsets(all.filter((name) => !of.includes(name) && !other.includes(name)))].map(
        (given): Form => {
          const second = other.map(upper).join(',');
          const bars =
            given.length > 0
              ? ['\\mid ', '|'].map((bar) => bar + given.map(upper).join(','))
              : [''];
          const [latex = '', ...aliases] = bars.flatMap((bar) =>
            [';', ','].map((sign) => `I(${of.map(upper).join(',')}${sign}${second}${bar})`),
          );
          const symbol = {
            id: `information${idOf(of, other)}${given.join('')}`,
            latex,
            aliases,
            type: POSITIVE,
          };
          return { symbol, meaning: { kind: 'information', law: id, of, with: other, given } };
        },
      ),
    ),
  );
}

function divergencesOf(densities: readonly Form[]): Form[] {
  return densities.flatMap((first) =>
    densities.flatMap((second): Form[] => {
      const [a, b] = [first.meaning, second.meaning];
      if (first === second || a.kind !== 'density' || b.kind !== 'density') return [];
      if (a.of.join() !== b.of.join()) return [];
      const sides = [first, second].map(({ symbol }) => [symbol.latex, ...symbol.aliases]);
      const [latex = '', ...aliases] = ['D_{KL}', 'KL', '\\mathrm{KL}', 'D_{\\mathrm{KL}}'].flatMap(
        (name) =>
          (sides[0] ?? []).flatMap((left) =>
            (sides[1] ?? []).flatMap((right) =>
              ['\\|', '\\parallel ', '||'].map((bars) => `${name}(${left}${bars}${right})`),
            ),
          ),
      );
      const id = `divergence${first.symbol.id}from${second.symbol.id}`;
      const meaning = { kind: 'divergence', of: first.symbol.id, from: second.symbol.id } as const;
      return [{ symbol: { id, latex, aliases, type: POSITIVE }, meaning }];
    }),
  );
}

/** The variables that a form may be of and given, those that the law is given always. */
function conditionals({ of, given }: Law): { of: string[]; given: string[] }[] {
  return subsets(of).flatMap((own) =>
    [[], ...subsets(of.filter((name) => !own.includes(name)))].map((condition) => ({
      of: own,
      given: [...condition, ...given],
    })),
  );
}

/** `x,z \mid y` in every order. */
function arguments_(
  of: readonly string[],
  given: readonly string[],
  name: (variable: string) => string,
  comma: string,
): string[] {
  const lists = (names: readonly string[]) =>
    orders(names).map((order) => order.map(name).join(comma));
  if (given.length === 0) return lists(of);
  return ['\\mid ', '|'].flatMap((bar) =>
    lists(of).flatMap((own) => lists(given).map((condition) => `${own}${bar}${condition}`)),
  );
}

/** Random variables are written in capitals. */
function upper(variable: string): string {
  return /^[a-z]$/.test(variable) ? variable.toUpperCase() : variable;
}

function idOf(of: readonly string[], given: readonly string[]): string {
  return of.join('') + (given.length > 0 ? `given${given.join('')}` : '');
}

/** The subsets that are not empty, the smallest first. */
function subsets(names: readonly string[]): string[][] {
  const [first, ...others] = names;
  if (first === undefined) return [];
  const rest = subsets(others);
  return [[first], ...rest, ...rest.map((some) => [first, ...some])].sort(
    (a, b) => a.length - b.length,
  );
}

function orders(names: readonly string[]): string[][] {
  if (names.length < 2) return [[...names]];
  return names.flatMap((first) =>
    orders(names.filter((name) => name !== first)).map((rest) => [first, ...rest]),
  );
}

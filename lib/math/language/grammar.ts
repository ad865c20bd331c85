import type { Item } from '@/lib/math/notation/item';
import { readings } from './constructs';
import { juxtaposition } from './constructs/arithmetic/multiplication';
import { signed } from './constructs/arithmetic/negation';
import { raised } from './constructs/arithmetic/power';
import { barredSide } from './constructs/calculus/increase';
import { readScripts } from './constructs/scripts';
import { type Grammar, type Prefix, type Start, TURNS } from './reader';
import { shapeOf } from './shape';

const PREFIXES = TURNS.flatMap((turn) =>
  readings.flatMap(({ prefixes = [] }) => prefixes.filter((prefix) => prefix.turn === turn)),
);
const STARTS = new Set(PREFIXES.flatMap(({ starts }) => starts));
const SUPERSCRIPTS = readings.flatMap(({ superscripts = [] }) => superscripts);

/** The prefixes for every start, so that an item is asked of none that cannot begin with it. */
const PREFIXES_BY_START: ReadonlyMap<string, readonly Prefix[]> = new Map(
  (
    [
      'letter',
      'command',
      'mark',
      'number',
      'group',
      'fraction',
      'binomial',
      'root',
      'matrix',
      'cases',
    ] as const
  ).flatMap((type) => {
    const texts = [...STARTS].filter((start) => start.startsWith(`${type} `));
    return [type, ...texts].map((start) => {
      const includes = (one: Start) => one === 'any' || one === type || one === start;
      return [start, PREFIXES.filter(({ starts }) => starts.some(includes))] as const;
    });
  }),
);

const INFIXES = bySign(readings.flatMap(({ infixes = [] }) => infixes));
const POSTFIXES = bySign(readings.flatMap(({ postfixes = [] }) => postfixes));

function bySign<Operator extends { readonly signs: readonly Start[] }>(
  operators: readonly Operator[],
): ReadonlyMap<string, Operator> {
  return new Map(operators.flatMap((operator) => operator.signs.map((sign) => [sign, operator])));
}

function startOf({ base }: Item): string {
  return 'text' in base ? `${base.type} ${base.text}` : base.type;
}

/** How the constructs are read. */
export const grammar: Grammar = {
  prefixesOf: (item) =>
    PREFIXES_BY_START.get(startOf(item)) ?? PREFIXES_BY_START.get(item.base.type) ?? [],
  infixOf: (item) => INFIXES.get(startOf(item)),
  postfixOf: (item) => POSTFIXES.get(startOf(item)),
  juxtaposition,
  side: barredSide,
  signed,
  raised,
  scripts: (reader, base, above, at) => readScripts(SUPERSCRIPTS, reader, base, above, at),
  shapeOf,
};

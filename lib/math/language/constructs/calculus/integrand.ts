import type { Tree } from '@/lib/math/core/tree';
import { spanOf } from '@/lib/math/language/items';
import { SIGNED } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Differential, differentialAt } from './differential';

const ONE: Tree = { kind: 'number', text: '1' };

/** `f(x) dx`, `dx f(x)` or `\frac{dx}{x}` behind an integral sign. */
export function readIntegrand(reader: Reader, sign: Item): { variable: string; body: Tree } {
  const { items, table } = reader;
  const front = differentialAt(items, reader.at, table);
  if (front) {
    reader.at += front.length;
    const body = reader.scoped(front.name, () => reader.expression(SIGNED));
    return { variable: front.name, body };
  }
  const start = reader.at;
  // An integral within has a differential of its own.
  let open = 1;
  for (let at = start; at < items.length; at++) {
    reader.spend(1);
    const part = items[at];
    if (!part) break;
    if (part.base.type === 'command' && part.base.text === 'int') open++;
    const inFraction = open === 1 ? differentialInFraction(part, table) : null;
    const differential = inFraction ?? differentialAt(items, at, table);
    if (!differential || --open > 0) continue;
    const before = items.slice(start, at);
    const inside = inFraction ? [...before, inFraction.rest] : before;
    reader.at = at + differential.length;
    const { name } = differential;
    const body = inside.length === 0 ? ONE : reader.scoped(name, () => reader.inner(inside, sign));
    return { variable: name, body };
  }
  return withoutDifferential(reader, sign);
}

/** `\int_0^1 x^2`: where the part says what it integrates over, the differential may be forgotten. */
function withoutDifferential(reader: Reader, sign: Item): { variable: string; body: Tree } {
  const { variable } = reader.table;
  if (variable === null) {
    const message = 'The variable of integration is missing, as in $dx$.';
    throw problem(message, sign.start, sign.end, 'a differential such as dx');
  }
  const body = reader.scoped(variable, () => reader.expression(SIGNED));
  reader.hint(
    `$d${variable}$ is missing behind an integral, which then goes up to the next $+$ or $-$.`,
  );
  return { variable, body };
}

/** `\frac{dx}{x}`: the differential and the fraction without it. */
function differentialInFraction(
  item: Item,
  table: SymbolTable,
): (Differential & { rest: Item }) | null {
  const { base } = item;
  if (base.type !== 'fraction' || item.sup || differentialAt(base.bottom, 0, table)) return null;
  for (const length of [1, 2]) {
    const at = base.top.length - length;
    const differential = at >= 0 ? differentialAt(base.top, at, table) : null;
    if (differential?.length !== length) continue;
    const top = at === 0 ? [oneAt(item)] : base.top.slice(0, at);
    return { ...differential, length: 1, rest: { ...item, base: { ...base, top } } };
  }
  return null;
}

function oneAt(item: Item): Item {
  return {
    base: { type: 'number', text: '1' },
    sub: null,
    sup: null,
    primes: 0,
    ...spanOf(item),
  };
}

/**
 * A formula as it is laid out on paper, before anyone asks what it means: letters with their
 * indices and exponents, fractions, roots, groups. Declared symbols are recognised on this level,
 * because `J_g^{\mathcal L}` is one symbol there and never a power.
 */
export interface Item {
  base: Base;
  sub: readonly Item[] | null;
  sup: readonly Item[] | null;
  primes: number;
  start: number;
  end: number;
}

export type Base =
  | { type: 'number' | 'letter' | 'mark'; text: string }
  /** `under` is what an accent stands over. */
  | { type: 'command'; text: string; under?: readonly Item[] }
  | { type: 'group'; items: readonly Item[] }
  | { type: 'fraction' | 'binomial'; top: readonly Item[]; bottom: readonly Item[] }
  | { type: 'root'; index: readonly Item[] | null; radicand: readonly Item[] }
  | { type: 'matrix' | 'cases'; rows: readonly (readonly (readonly Item[])[])[] };

/** The same text for the same layout, however it was spaced, braced or ordered. */
export function canonical(items: readonly Item[]): string {
  return items.map(canonicalItem).join(' ');
}

export function canonicalItem(item: Item): string {
  const sub = item.sub ? `_{${canonical(item.sub)}}` : '';
  const sup = item.sup ? `^{${canonical(item.sup)}}` : '';
  return canonicalBase(item.base) + "'".repeat(item.primes) + sub + sup;
}

function canonicalBase(base: Base): string {
  switch (base.type) {
    case 'number':
    case 'mark':
      return base.text;
    case 'letter':
      return [...base.text].join(' ');
    case 'command':
      return `\\${base.text}`;
    case 'group':
      return `{${canonical(base.items)}}`;
    case 'fraction':
      return `\\frac{${canonical(base.top)}}{${canonical(base.bottom)}}`;
    case 'binomial':
      return `\\binom{${canonical(base.top)}}{${canonical(base.bottom)}}`;
    case 'root':
      return `\\sqrt[${base.index ? canonical(base.index) : ''}]{${canonical(base.radicand)}}`;
    case 'matrix':
    case 'cases':
      return `\\${base.type}{${base.rows.map((row) => row.map(canonical).join('&')).join(';')}}`;
  }
}

/** The single letters in a layout, wherever they stand. */
export function lettersIn(items: readonly Item[]): ReadonlySet<string> {
  const letters = new Set<string>();
  const visit = ({ base, sub, sup }: Item) => {
    if (base.type === 'letter' && base.text.length === 1) letters.add(base.text);
    for (const part of [...insideOf(base), sub ?? [], sup ?? []]) part.forEach(visit);
  };
  items.forEach(visit);
  return letters;
}

/** The items with another in the place of a name, wherever it stands. */
export function withName(items: readonly Item[], name: string, other: Item): Item[] {
  const change = (parts: readonly Item[]) => withName(parts, name, other);
  return items.map((item) => {
    const { sub, sup, primes, start, end } = item;
    const scripts = { sub: sub && change(sub), sup: sup && change(sup) };
    const isName = canonicalItem({ ...item, sub: null, sup: null, primes: 0 }) === name;
    if (isName && !sub) return { ...other, ...scripts, sub: other.sub, primes, start, end };
    return { ...item, ...scripts, base: mapBase(item.base, change) };
  });
}

function mapBase(base: Base, change: (items: readonly Item[]) => readonly Item[]): Base {
  switch (base.type) {
    case 'group':
      return { ...base, items: change(base.items) };
    case 'fraction':
    case 'binomial':
      return { ...base, top: change(base.top), bottom: change(base.bottom) };
    case 'root':
      return { ...base, index: base.index && change(base.index), radicand: change(base.radicand) };
    case 'matrix':
    case 'cases':
      return { ...base, rows: base.rows.map((row) => row.map(change)) };
    default:
      return base;
  }
}

function insideOf(base: Base): readonly (readonly Item[])[] {
  switch (base.type) {
    case 'group':
      return [base.items];
    case 'fraction':
    case 'binomial':
      return [base.top, base.bottom];
    case 'root':
      return [base.index ?? [], base.radicand];
    case 'matrix':
    case 'cases':
      return base.rows.flat();
    default:
      return [];
  }
}

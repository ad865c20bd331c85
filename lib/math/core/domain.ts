import type { Random } from './random';

/** Where a scalar lives. Ends may be infinite; `open` says whether they belong to it. */
export type Domain =
  | { kind: 'real' }
  | { kind: 'complex' }
  | { kind: 'integer'; from: number; to: number }
  | { kind: 'interval'; from: number; to: number; openFrom: boolean; openTo: boolean };

/** Reads `real`, `complex`, `integer`, `(0, inf)`, `[0, 1)`, `1..11`, and `0..n` as whole numbers; null if it is none of them. */
export function parseDomain(text: string): Domain | null {
  const source = text.trim().toLowerCase();
  if (source === 'real') return { kind: 'real' };
  if (source === 'complex') return { kind: 'complex' };
  if (source === 'integer' || source === 'integers')
    return { kind: 'integer', from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  if (source === 'positive')
    return {
      kind: 'interval',
      from: 0,
      to: Number.POSITIVE_INFINITY,
      openFrom: true,
      openTo: true,
    };
  const range = /^(-?\d+|-inf)\s*\.\.\s*(-?\d+|inf)$/.exec(source);
  if (range) {
    const [from, to] = [end(range[1]), end(range[2])];
    return from <= to ? { kind: 'integer', from, to } : null;
  }
  const between = dependentEnds(text);
  if (between) {
    const [from, to] = between.map((side) => (typeof side === 'number' ? side : null));
    return {
      kind: 'integer',
      from: from ?? Number.NEGATIVE_INFINITY,
      to: to ?? Number.POSITIVE_INFINITY,
    };
  }
  const interval = /^([[(])\s*([^,]+?)\s*,\s*([^,]+?)\s*([\])])$/.exec(source);
  if (!interval) return null;
  const [from, to] = [end(interval[2]), end(interval[3])];
  if (!(from < to)) return null;
  return { kind: 'interval', from, to, openFrom: interval[1] === '(', openTo: interval[4] === ')' };
}

/** The ends of whole numbers between others, `0..n`: numbers, or ids of symbols; null for any other domain. */
export function dependentEnds(text: string): readonly [number | string, number | string] | null {
  const [, from, to] = /^(-?\d+|[A-Za-z]\w*)\s*\.\.\s*(-?\d+|[A-Za-z]\w*)$/.exec(text.trim()) ?? [];
  if (from === undefined || to === undefined) return null;
  const ends = [from, to].map((side) => (/^-?\d+$/.test(side) ? Number(side) : side));
  const [low = 0, high = 0] = ends;
  const isDependent = ends.some((side) => typeof side === 'string' && side !== 'inf');
  return isDependent && !ends.includes('inf') ? [low, high] : null;
}

function end(text: string | undefined): number {
  const name = (text ?? '').replace(/\s/g, '');
  if (/^\+?(inf|infty|infinity|∞)$/.test(name)) return Number.POSITIVE_INFINITY;
  if (/^-(inf|infty|infinity|∞)$/.test(name)) return Number.NEGATIVE_INFINITY;
  if (/^-?pi$/.test(name)) return name.startsWith('-') ? -Math.PI : Math.PI;
  return name === '' ? Number.NaN : Number(name);
}

export function contains(domain: Domain, x: number): boolean {
  if (domain.kind === 'integer') return Number.isInteger(x) && x >= domain.from && x <= domain.to;
  if (domain.kind !== 'interval') return Number.isFinite(x);
  const above = domain.openFrom ? x > domain.from : x >= domain.from;
  const below = domain.openTo ? x < domain.to : x <= domain.to;
  return above && below;
}

/** Numbers that a person likes to check with, in that order. */
const PLEASANT = [2, 3, 1, -1, 5, -2, 0.5, 4, -3, 0, 7, 1.5, -0.5, 0.25, 6, 10];

/** The pleasant numbers inside, with the middle of a short interval. */
export function pleasantNumbers(domain: Domain): number[] {
  const inside = PLEASANT.filter((x) => contains(domain, x));
  if (domain.kind === 'interval' && Number.isFinite(domain.from) && Number.isFinite(domain.to)) {
    const width = domain.to - domain.from;
    return [...inside, ...[0.5, 0.25, 0.75, 0.125].map((t) => domain.from + t * width)];
  }
  if (domain.kind === 'interval' && Number.isFinite(domain.from)) {
    return [...inside, ...[1, 2, 3, 0.5].map((t) => domain.from + t)];
  }
  if (domain.kind === 'integer' && Number.isFinite(domain.from)) {
    const next = [0, 1, 2, 3, 4].map((t) => domain.from + t).filter((x) => x <= domain.to);
    return [...inside, ...next.filter((x) => !inside.includes(x))];
  }
  return inside;
}

/** A number of the domain; magnitudes spread over scales where it is unbounded. Short binary fractions. */
export function drawNumber(domain: Domain, random: Random): number {
  switch (domain.kind) {
    case 'real':
    case 'complex':
      return random() < 0.5 ? drawSize(random) : -drawSize(random);
    case 'integer': {
      const low = Number.isFinite(domain.from) ? domain.from : Math.min(-12, domain.to - 24);
      const high = Number.isFinite(domain.to) ? domain.to : Math.max(12, low + 24);
      return low + Math.floor(random() * (high - low + 1));
    }
    case 'interval': {
      const { from, to } = domain;
      if (Number.isFinite(from) && Number.isFinite(to))
        return from + (to - from) * neat(0.02 + 0.96 * random());
      if (Number.isFinite(from)) return from + drawSize(random);
      if (Number.isFinite(to)) return to - drawSize(random);
      return random() < 0.5 ? drawSize(random) : -drawSize(random);
    }
  }
}

function drawSize(random: Random): number {
  const scale = 2 ** Math.floor(random() * 9 - 4);
  return neat((0.5 + random()) * scale);
}

/** Few binary digits: exact, and products of a few stay exact. */
function neat(x: number): number {
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(x) || 1)) - 12);
  return Math.round(x / unit) * unit;
}

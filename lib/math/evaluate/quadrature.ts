import type { Parts } from '@/lib/math/numbers/arithmetic';

/** How far a range of integration goes. */
export type Range = 'finite' | 'up' | 'down' | 'line';

/**
 * Where an integrand is evaluated. On a finite range `offset` is the fraction of its width from the
 * end it is `near`, on a half-line the distance from the finite end, on the line the number itself:
 * exact next to an end, where the number itself would be rounded.
 */
export interface Position {
  near: 'from' | 'to';
  offset: number;
}

/** `scale` is the integral of the absolute value, `peak` where the largest term lies. */
export type Quadrature =
  | ({ kind: 'value'; scale: number; peak: Position } & Parts)
  | { kind: 'divergent'; at: 'from' | 'to' }
  | { kind: 'oscillating' }
  | { kind: 'undefined' }
  | { kind: 'unsettled' };

interface Node extends Position {
  t: number;
  weight: number;
}

interface Term {
  node: Node;
  value: Parts;
  /** The largest component, times the weight. */
  size: number;
}

const COARSEST = 1 / 2;
/** Halvings of the step. */
const LEVELS = 6;
/** Nodes are moved by this, so that none falls on a hole such as that of sin(x)/x at 0. */
const SHIFT = 0.0137;
/** Terms below this share of the largest are left out. */
const NEGLIGIBLE = 1e-18;
const UNREACHABLE = 1e-40;
/** Errors of numbers that are too small for Float64. */
const UNDERFLOW = 1e-200;
/** The sum has settled when halving the step changes it by less than this share. */
const SETTLED = 1e-13;
/** An integrand like offset^{-p} has a finite integral up to p < 1; closer to 1 nothing is said. */
const EDGE = 0.002;
/** A term whose error is above this share of the largest is worth more digits, up to so many times. */
const DOUBTFUL = 1e-12;
const BEYOND = 1e-13;
const MOST_REPAIRS = 120;

/**
 * ∫ f over a range, by the double exponential rule (Takahasi & Mori 1974): tanh-sinh on a finite
 * range, exp-sinh on half-lines, sinh-sinh on the line. For f analytic inside, ends singular or
 * not, the error falls like e^{−cn/log n}. It is estimated from the last two halvings of the step
 * and from the terms left out; it is an estimate and no bound. A range on which f has a kink or a
 * narrow peak converges slowly and comes back with a large error: cut it there.
 *
 * Divergence is decided by the exponent p of f ~ offset^{−p} towards an end: p ≥ 1 at a finite one,
 * p ≤ 1 at infinity.
 */
export function quadrature(
  range: Range,
  integrand: (position: Position) => Parts,
  precisely: ((position: Position) => Parts) | null = null,
): Quadrature {
  let repairs = precisely ? MOST_REPAIRS : 0;
  const termOf = (node: Node, value: Parts): Term => ({
    node,
    value,
    size: node.weight * largest(value.parts),
  });
  /** The term with more digits, where it has too few to count. */
  const repaired = (term: Term, top: number): Term => {
    if (!precisely || repairs === 0) return term;
    const doubt = term.node.weight * term.value.error;
    if (isKnown(term) && (doubt < UNDERFLOW || doubt <= DOUBTFUL * top)) return term;
    repairs--;
    return termOf(term.node, precisely(term.node));
  };
  const coarse = nodesOf(range, 0).map((node) => termOf(node, integrand(node)));
  if (coarse.filter(isKnown).length < 3) {
    for (const [index, term] of coarse.entries()) coarse[index] = repaired(term, 0);
  }
  const known = coarse.filter(isKnown);
  if (known.length < 3) {
    const isUndefined = coarse.some(({ value }) => value.parts.some(Number.isNaN));
    return { kind: isUndefined ? 'undefined' : 'unsettled' };
  }
  const top = Math.max(...known.map(({ size }) => size));
  // Values that are not 0 only where next to nothing lies.
  if (range === 'finite' && top > 0 && top < UNREACHABLE) return nearlyZero(known, top);
  const peak = coarse.findIndex((term) => isKnown(term) && term.size === top);
  const low =
    top === 0
      ? allTheWay(coarse[0], known[0])
      : activeEnd(coarse, peak, -1, (term) => repaired(term, top));
  const high =
    top === 0
      ? allTheWay(coarse.at(-1), known.at(-1))
      : activeEnd(coarse, peak, 1, (term) => repaired(term, top));
  for (const [end, side] of [
    [low, 'from'],
    [high, 'to'],
  ] as const) {
    const problem = problemAt(coarse, end, side, range, top);
    if (problem) return problem;
  }
  const inside = ({ t }: Node) => t >= low.t && t <= high.t;
  const isSure = ({ t }: Node) => t >= low.sure && t <= high.sure;
  let terms = coarse.filter((term) => inside(term.node) && isKnown(term));
  let step = COARSEST;
  let sum = total(terms, step);
  let dropped = 0;
  let [before, change] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let level = 1; level <= LEVELS; level++) {
    const added: Term[] = [];
    for (const node of nodesOf(range, level)) {
      if (!inside(node)) continue;
      const seen = termOf(node, integrand(node));
      const isWorthIt = isSure(node) || Math.abs(node.offset) > BEYOND;
      const term = isWorthIt ? repaired(seen, top) : seen;
      if (isSure(node) || isKnown(term)) added.push(term);
      else dropped = Math.max(dropped, Math.abs(node.offset));
    }
    if (added.some((term) => !isKnown(term))) return holeIn(added);
    terms = [...terms, ...added];
    step /= 2;
    const next = total(terms, step);
    before = change;
    change = largest(next.parts.map((part, index) => part - (sum.parts[index] ?? 0)));
    sum = next;
    if (level >= 2 && remaining(change, before, sum.scale) <= SETTLED * sum.scale) break;
  }
  const { scale } = sum;
  const error =
    remaining(change, before, scale) +
    low.omitted +
    high.omitted +
    4 * dropped * heightOf(terms) +
    sum.error +
    4e-15 * scale;
  const most = terms.reduce<Term | null>((a, b) => (a && a.size >= b.size ? a : b), null);
  const { near, offset } = most?.node ?? { near: 'from', offset: 0 };
  return { kind: 'value', parts: sum.parts, error, scale, peak: { near, offset } };
}

/**
 * The error of a sum from what the last halvings changed. Halving the step squares the error of
 * this rule; where the changes fall that fast, 3/2 of the digits are counted on.
 */
function remaining(change: number, before: number, scale: number): number {
  const isFast = change < 1e-3 * before && change < 1e-4 * scale;
  return isFast && scale > 0 ? Math.min(change, 10 * (change / scale) ** 1.5 * scale) : change;
}

function isKnown({ value, size }: Term): boolean {
  return Number.isFinite(size) && Number.isFinite(value.error);
}

function largest(parts: readonly number[]): number {
  let size = 0;
  for (const part of parts) {
    const own = Math.abs(part);
    if (!(own <= size)) size = own;
  }
  return size;
}

interface ActiveEnd {
  t: number;
  /** Up to here every term has to be known; beyond, those that are not are left out. */
  sure: number;
  /** What is left out beyond it, roughly. */
  omitted: number;
  isNegligible: boolean;
}

function nearlyZero(known: readonly Term[], top: number): Quadrature {
  const [first] = known;
  const parts = (first?.value.parts ?? [0]).map(() => 0);
  return {
    kind: 'value',
    parts,
    error: 100 * top,
    scale: top,
    peak: { near: 'from', offset: 0.5 },
  };
}

/** Further out towards ∞, and not nearer to a finite end. */
function isFarther(node: Node, than: Node): boolean {
  return Math.abs(node.offset) > Math.abs(than.offset);
}

function endAt(term: Term | undefined, omitted: number, isNegligible: boolean): ActiveEnd {
  const t = term?.node.t ?? 0;
  return { t, sure: t, omitted, isNegligible };
}

/** All that is known is 0; what is not known lies at the ends. */
function allTheWay(outermost: Term | undefined, known: Term | undefined): ActiveEnd {
  const end = endAt(known, 0, true);
  if (!outermost || !known || isFarther(outermost.node, known.node)) return end;
  return { ...end, t: outermost.node.t };
}

/** How far out terms count: from the largest term outwards until they are negligible or unknown. */
function activeEnd(
  coarse: Term[],
  peak: number,
  direction: 1 | -1,
  repaired: (term: Term) => Term,
): ActiveEnd {
  const top = coarse[peak]?.size ?? 0;
  let last = coarse[peak];
  let before: Term | undefined;
  let small = 0;
  for (let index = peak; index >= 0 && index < coarse.length; index += direction) {
    const term = coarse[index];
    if (!term) break;
    const isOutOfRange = small > 0 && !isKnown(term) && last && isFarther(term.node, last.node);
    if (isOutOfRange) return endAt(last, 0, true);
    if (!isKnown(term) && last && before && !isFarther(term.node, last.node)) {
      // As at a kink, where the end itself is in doubt: what lies beyond is worth no more digits.
      const omitted = 4 * projected(term.node, last, before);
      if (omitted <= BEYOND * top)
        return { t: term.node.t, sure: last.node.t, omitted, isNegligible: true };
    }
    const better = repaired(term);
    coarse[index] = better;
    if (!isKnown(better)) {
      // So near to the end of a finite range nothing can be told, and next to nothing lies.
      if (better.node.weight > UNREACHABLE || (last?.size ?? 0) > 1e-13 * top) break;
      small++;
    } else {
      before = last;
      last = better;
      small = better.size > NEGLIGIBLE * top ? 0 : small + 1;
    }
    if (small === 2) return endAt(last ?? better, 0, true);
  }
  const size = last?.size ?? 0;
  const isNegligible = size <= 1e-13 * top;
  return endAt(last, size * COARSEST, isNegligible);
}

/** How large the integrand gets, or 1 where it may be an indicator that nowhere was seen to hold. */
function heightOf(terms: readonly Term[]): number {
  return terms.reduce((most, { node, size }) => Math.max(most, size / node.weight), 0) || 1;
}

/** Whether terms are known so far towards an end that they tell what happens there. */
function isFarOut({ offset }: Node, isInfinite: boolean): boolean {
  return isInfinite ? Math.abs(offset) > 3e3 : Math.abs(offset) < 1e-6;
}

/** The size of a term if the integrand goes on from the last two as a power of the offset. */
function projected(node: Node, last: Term, before: Term): number {
  const [f, g] = [last.size / last.node.weight, before.size / before.node.weight];
  const slope =
    g > 0 && f > 0 ? Math.log(f / g) / Math.log(last.node.offset / before.node.offset) : 0;
  return node.weight * f * Math.abs(node.offset / last.node.offset) ** slope;
}

/** What keeps the terms from dying out towards an end; null where they do or may. */
function problemAt(
  coarse: readonly Term[],
  end: ActiveEnd,
  side: 'from' | 'to',
  range: Range,
  top: number,
): Quadrature | null {
  if (end.isNegligible) return null;
  const isInfinite =
    side === 'to' ? range === 'up' || range === 'line' : range === 'down' || range === 'line';
  const ordered = side === 'to' ? coarse : [...coarse].reverse();
  const beyond = ordered.filter(({ node }) => (side === 'to' ? node.t > end.t : node.t < end.t));
  if (beyond[0]?.value.parts.some(Number.isNaN)) return { kind: 'undefined' };
  if (beyond.some(({ value }) => value.parts.some((part) => Math.abs(part) === Infinity)))
    return { kind: 'divergent', at: side };
  const outer = ordered.filter(({ node }) => (side === 'to' ? node.t <= end.t : node.t >= end.t));
  const tail = outer.slice(-6).filter(isKnown);
  const signs = new Set(tail.map(({ value }) => Math.sign(value.parts[0] ?? 0)));
  if (signs.has(1) && signs.has(-1)) return { kind: 'oscillating' };
  const [inner, last] = tail.slice(-2);
  if (!inner || !last) return { kind: 'unsettled' };
  const [f0, f1] = [largest(inner.value.parts), largest(last.value.parts)];
  const ratio = Math.abs(last.node.offset / inner.node.offset);
  const exponent = -Math.log(f1 / f0) / Math.log(ratio);
  const isDivergent = isInfinite ? exponent <= 1 + EDGE : exponent >= 1 - EDGE;
  const isGrowing = last.size >= 1e-6 * top && isFarOut(last.node, isInfinite);
  if (isDivergent && isGrowing) return { kind: 'divergent', at: side };
  if (isDivergent) return { kind: 'unsettled' };
  return null;
}

function holeIn(terms: readonly Term[]): Quadrature {
  const holes = terms.filter((term) => !isKnown(term));
  const isUndefined = holes.filter(({ value }) => value.parts.some(Number.isNaN)).length >= 2;
  return { kind: isUndefined ? 'undefined' : 'unsettled' };
}

function total(terms: readonly Term[], step: number): Parts & { scale: number } {
  const width = terms[0]?.value.parts.length ?? 1;
  const parts = Array.from({ length: width }, () => 0);
  let [error, scale] = [0, 0];
  for (const { node, value, size } of terms) {
    for (let index = 0; index < width; index++)
      parts[index] = (parts[index] ?? 0) + node.weight * (value.parts[index] ?? 0);
    error += node.weight * value.error;
    scale += size;
  }
  return { parts: parts.map((part) => part * step), error: error * step, scale: scale * step };
}

const tables = new Map<string, readonly Node[]>();

/** The nodes that a level adds, from one end to the other. */
function nodesOf(range: Range, level: number): readonly Node[] {
  const family = range === 'up' || range === 'down' ? 'half' : range;
  const name = `${family}/${range === 'down'}/${level}`;
  const known = tables.get(name);
  if (known) return known;
  const reach = family === 'finite' ? 6.0 : 6.6;
  const step = COARSEST / 2 ** level;
  const made: Node[] = [];
  const most = Math.floor(reach / step);
  for (let j = -most; j <= most; j++) {
    if (level > 0 && j % 2 === 0) continue;
    made.push(nodeAt(j * step + SHIFT, range));
  }
  tables.set(name, made);
  return made;
}

function nodeAt(t: number, range: Range): Node {
  const speed = Math.cosh(t);
  if (range === 'finite') {
    const q = Math.PI * Math.sinh(t);
    const offset = 1 / (1 + Math.exp(Math.abs(q)));
    return {
      t,
      near: t < 0 ? 'from' : 'to',
      offset,
      weight: Math.PI * speed * offset * (1 - offset),
    };
  }
  const q = (Math.PI / 2) * Math.sinh(t);
  if (range === 'line') {
    const weight = (Math.PI / 2) * speed * Math.cosh(q);
    return { t, near: 'from', offset: Math.sinh(q), weight };
  }
  // Towards the lower end t falls, also where the lower end is the infinite one.
  const sign = range === 'down' ? -1 : 1;
  const offset = Math.exp(sign * q);
  const near = range === 'down' ? 'to' : 'from';
  return { t, near, offset, weight: (Math.PI / 2) * speed * offset };
}

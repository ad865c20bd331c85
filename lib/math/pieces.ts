import { contains, parseDomain } from './domain';
import { compile, type Evaluator } from './evaluate';
import { type Bounded, realFloat } from './real-float';
import { type ExactValue, environmentOf, type Sample, type Sampler } from './sample';
import type { PairExpressions } from './side';
import type { SymbolTable } from './symbol-table';
import { children, type Tree } from './tree';

/** More cuts than this in one pair of expressions are not searched. */
const MAX_CUTS = 8;
const FACTORS = Array.from({ length: 36 }, (_, index) => 2 ** (2 * index - 20));

/**
 * Points on pieces of the expressions that the points so far do not reach: for every argument of
 * abs, sign, max, min, a floor or a condition that had one sign only, a point where it has the
 * other, found by scaling symbols one by one and together over scales from 2⁻²⁰ to 2⁵⁰, with both
 * signs. A cut that no such point crosses is missed.
 */
export function otherPieces(
  { reference, answer, definitions, table, seed }: PairExpressions,
  sampler: Sampler,
  points: readonly Sample[],
): Sample[] {
  if (table.complex || sampler.isConstant) return [];
  const cuts = [reference, answer, ...definitions.values()].flatMap(cutsIn).slice(0, MAX_CUTS);
  if (cuts.length === 0) return [];
  const compiled = new Map<string, Evaluator<Bounded>>(
    [...definitions].map(([id, tree]) => [id, compile(tree, realFloat)]),
  );
  return cuts.flatMap((cut) => {
    const evaluator = compile(cut, realFloat);
    const sign = (sample: Sample) => {
      const [value] = evaluator(environmentOf(sample, realFloat, table, compiled, seed)).data;
      return value ? Math.sign(value.v) : Number.NaN;
    };
    const signs = new Set(points.map(sign));
    return [1, -1]
      .filter((wanted) => !signs.has(wanted))
      .flatMap((wanted) => crossings(points, table, (sample) => sign(sample) === wanted));
  });
}

/** A few points that satisfy `isThere`, found by scaling known ones. */
function crossings(
  points: readonly Sample[],
  table: SymbolTable,
  isThere: (sample: Sample) => boolean,
): Sample[] {
  const found: Sample[] = [];
  for (const start of points.slice(-6)) {
    const ids = [...start.values.keys()];
    for (const scaledIds of [ids, ...ids.map((id) => [id])]) {
      for (const factor of FACTORS) {
        for (const sign of [1, -1]) {
          const moved = scaledPoint(start, scaledIds, sign * factor, table);
          if (moved && isThere(moved)) found.push(moved);
          if (found.length >= 6) return found;
        }
      }
    }
  }
  return found;
}

function scaledPoint(
  start: Sample,
  ids: readonly string[],
  factor: number,
  table: SymbolTable,
): Sample | null {
  const values = new Map<string, ExactValue>(start.values);
  for (const id of ids) {
    const value = values.get(id);
    const type = table.typeOf(id);
    if (!value || !type) continue;
    const domain = type.kind === 'scalar' ? parseDomain(type.domain) : null;
    const re = value.re.map((x) =>
      domain?.kind === 'integer' ? Math.round(x * factor) : x * factor,
    );
    if (domain && !re.every((x) => contains(domain, x))) return null;
    values.set(id, { ...value, re });
  }
  return { ...start, values };
}

/** Expressions whose change of sign is a change of piece. */
function cutsIn(tree: Tree): Tree[] {
  const inner = children(tree).flatMap(cutsIn);
  if (tree.kind === 'relation')
    return [{ kind: 'subtract', left: tree.left, right: tree.right }, ...inner];
  if (tree.kind !== 'call') return inner;
  const [first, ...others] = tree.args;
  if (!first) return inner;
  switch (tree.name) {
    case 'abs':
    case 'sign':
    case 'floor':
    case 'ceil':
    case 'round':
      return [first, ...inner];
    case 'max':
    case 'min':
      return [
        ...others.map((other): Tree => ({ kind: 'subtract', left: first, right: other })),
        ...inner,
      ];
    default:
      return inner;
  }
}

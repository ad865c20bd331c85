import { fieldText } from '@/lib/kinds/fields/answer';
import { readField } from '@/lib/kinds/fields/read-field';
import { parseDomain, pleasantNumbers } from '@/lib/math/core/domain';
import { mapChildren, type Tree } from '@/lib/math/core/tree';
import { compileScalar } from '@/lib/math/language/scalar-function';
import type { FunctionBodies } from '@/lib/math/types/unfold';
import type { ReparametrizationAnswer, ReparametrizationSpec } from './answer';
import { type Law, meanUnder, readBase } from './base';
import { asEstimator, atTransform, derivativeBy, factorOf } from './estimator';
import { type Prepared, prepare } from './prepare';

const SAMPLES = 4000;
const BINS = 40;
const CURVE = 120;

interface Bin {
  from: number;
  to: number;
  /** Share of the samples over the width of the bin. */
  height: number;
}

/** A histogram of T(u) with the density that is asked for, at one value of the parameter. */
export interface LawPicture {
  parameter: string;
  value: number;
  bins: readonly Bin[];
  curve: readonly { x: number; y: number }[];
  /** Share of the samples that are not numbers. */
  undefinedShare: number;
  /** Share of the samples that lie outside of what is shown. */
  outside: number;
}

/** A histogram of single estimates of the gradient for ℓ(y) = y², beside the network's gradient. */
export interface EstimatePicture {
  bins: readonly Bin[];
  mean: number;
  truth: number;
  samples: number;
}

export interface Pictures {
  law: LawPicture | null;
  estimates: EstimatePicture | null;
}

/** What the result page draws; null where T, the base or the estimator cannot be read. */
export function picturesOf(spec: ReparametrizationSpec, answer: ReparametrizationAnswer): Pictures {
  const none = { law: null, estimates: null };
  const prepared = prepare(spec, 'picture');
  const { table, roles } = prepared;
  const transform = readField(fieldText(answer, 'T'), table, spec.T.leftSides);
  if (!transform.ok || answer.base === undefined) return none;
  const base = readBase(answer.base, table, roles.base);
  if (!base.ok) return none;
  const order = [roles.base, roles.parameter];
  const T = compileScalar(transform.value.tree, table, order);
  if (!T.ok) return none;
  const value = parameterValue(prepared);
  const noise = quantiles(base.value, prepared);
  if (noise.length === 0) return none;
  const samples = noise.map((u) => T.value([u, value]));
  const law = lawPicture(prepared, samples, value);
  return { law, estimates: estimatesOf(prepared, answer, transform.value.tree, noise, value) };
}

function parameterValue({ table, roles }: Prepared): number {
  const type = table.typeOf(roles.parameter);
  const domain = type?.kind === 'scalar' ? parseDomain(type.domain) : null;
  return (domain && pleasantNumbers(domain)[0]) ?? 1;
}

/** The base's quantiles of (i + ½)/n: every sample that chance would give, once. */
function quantiles(base: Law, { table, roles }: Prepared): number[] {
  const density = compileScalar(freed(base.density, roles.base), table, [roles.base]);
  if (!density.ok) return [];
  const ends = [base.from, base.to].map((end) => {
    const compiled = compileScalar(end, table, []);
    return compiled.ok ? compiled.value([]) : Number.NaN;
  });
  // An end at ∞ has no value of its own.
  const low = Number.isFinite(ends[0]) ? (ends[0] ?? 0) : Number.NEGATIVE_INFINITY;
  const high = Number.isFinite(ends[1]) ? (ends[1] ?? 0) : Number.POSITIVE_INFINITY;
  const steps = 20_000;
  const place = (t: number): number => {
    if (Number.isFinite(low) && Number.isFinite(high)) return low + (high - low) * t;
    if (Number.isFinite(low)) return low + t / (1 - t);
    if (Number.isFinite(high)) return high - (1 - t) / t;
    return (2 * t - 1) / (t * (1 - t));
  };
  const samples: number[] = [];
  const cells = Array.from({ length: steps }, (_, k) => {
    const [a, b] = [place(k / steps), place((k + 1) / steps)];
    const middle = place((k + 0.5) / steps);
    const width = Number.isFinite(b - a) ? b - a : 0;
    const mass = density.value([middle]) * width;
    return { a, b, mass: mass > 0 && Number.isFinite(mass) ? mass : 0 };
  });
  const total = cells.reduce((sum, { mass }) => sum + mass, 0);
  if (!(total > 0)) return [];
  let seen = 0;
  for (const { a, b, mass } of cells) {
    const next = seen + mass;
    while (samples.length < SAMPLES) {
      const wanted = ((samples.length + 0.5) / SAMPLES) * total;
      if (wanted > next) break;
      samples.push(a + (b - a) * ((wanted - seen) / mass));
    }
    seen = next;
  }
  return samples;
}

/** The law's bound variable as the symbol that it stands for. */
function freed(tree: Tree, id: string): Tree {
  if (tree.kind === 'bound') return { kind: 'symbol', id };
  return mapChildren(tree, (child) => freed(child, id));
}

function lawPicture(
  { target, table, roles, spec }: Prepared,
  samples: readonly number[],
  value: number,
): LawPicture | null {
  const finite = samples.filter(Number.isFinite).sort((a, b) => a - b);
  const density = compileScalar(freed(target.density, roles.sample), table, [
    roles.sample,
    roles.parameter,
  ]);
  if (finite.length < 10 || !density.ok) return null;
  const domain = parseDomain(spec.domain);
  const [low, high] = [quantile(finite, 0.005), quantile(finite, 0.985)];
  const start =
    domain?.kind === 'interval' && domain.from >= low - (high - low) * 0.1
      ? Math.min(low, domain.from)
      : low;
  const from = start;
  const to = high > from ? high : from + 1;
  const curve = Array.from({ length: CURVE + 1 }, (_, k) => {
    const x = from + ((to - from) * (k + 0.001)) / (CURVE + 0.002);
    const inside = domain?.kind !== 'interval' || (x >= domain.from && x <= domain.to);
    const y = inside ? density.value([x, value]) : 0;
    return { x, y: Number.isFinite(y) ? y : 0 };
  });
  return {
    parameter: table.latexOf(roles.parameter),
    value,
    bins: histogram(finite, from, to, samples.length),
    curve,
    undefinedShare: 1 - finite.length / samples.length,
    outside: finite.filter((x) => x < from || x > to).length / samples.length,
  };
}

function estimatesOf(
  prepared: Prepared,
  answer: ReparametrizationAnswer,
  transform: Tree,
  noise: readonly number[],
  value: number,
): EstimatePicture | null {
  const { table, roles, spec, target } = prepared;
  const written = readField(fieldText(answer, 'gradient'), table, spec.gradient.leftSides);
  if (!written.ok) return null;
  const estimator = asEstimator(written.value.tree, transform, prepared, new Map());
  const factor = factorOf(atTransform(estimator, transform, prepared), prepared);
  const square: FunctionBodies = new Map([
    ...estimator.functions,
    [roles.loss, { parameters: ['y'], body: SQUARE }] as const,
  ]);
  const order = [roles.base, roles.parameter];
  const single = compileScalar(factor, table, order, square);
  const exact = compileScalar(derivativeBy(roles.parameter, meanUnder(target, SQUARE)), table, [
    roles.parameter,
  ]);
  if (!single.ok || !exact.ok) return null;
  const finite = noise.map((u) => single.value([u, value])).filter(Number.isFinite);
  const truth = exact.value([value]);
  if (finite.length < 10 || !Number.isFinite(truth)) return null;
  const mean = finite.reduce((sum, x) => sum + x, 0) / finite.length;
  const sorted = [...finite].sort((a, b) => a - b);
  const low = Math.min(quantile(sorted, 0.02), truth, mean);
  const high = Math.max(quantile(sorted, 0.98), truth, mean);
  const room = (high - low) * 0.03 || 1;
  return {
    bins: histogram(sorted, low - room, high + room, finite.length),
    mean,
    truth,
    samples: finite.length,
  };
}

const SQUARE: Tree = {
  kind: 'power',
  left: { kind: 'bound', name: 'y' },
  right: { kind: 'number', text: '2' },
};

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function histogram(
  values: readonly number[],
  from: number,
  to: number,
  all: number,
): readonly Bin[] {
  const width = (to - from) / BINS;
  const counts = Array.from({ length: BINS }, () => 0);
  for (const x of values) {
    const bin = Math.floor((x - from) / width);
    if (bin >= 0 && bin < BINS) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({
    from: from + bin * width,
    to: from + (bin + 1) * width,
    height: count / all / width,
  }));
}

import { infiniteSign } from '@/lib/math/core/infinite';
import { mentionsBound, type Tree, type TreeOf } from '@/lib/math/core/tree';
import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import type { CompileIn, Slots } from './binders';
import type { Environment } from './environment';
import type { Compilation, Compiled } from './evaluate-types';
import { compileIntegrand, scalarOf } from './integrand';
import { compileBreaks } from './integrand-breaks';
import { integrated } from './panel-sum';
import { type End, realPart } from './panels';

/**
 * `\int_a^b f dx` by quadrature, with its estimated error as the error of the value. What diverges
 * is undefined, what oscillates without end or does not settle is unknown; `compilation.notice`
 * hears of it.
 */
export function compileIntegral<N>(
  tree: TreeOf<'integral'>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): Compiled<N> {
  const { arithmetic } = compilation;
  const ends = [tree.from, tree.to].map((end) => compileEnd(end, compilation, slots, compileIn));
  const body = compileIntegrand(tree, compilation, slots, compileIn);
  const breaks = compileBreaks(tree, compilation, slots, compileIn);
  const unknown = arithmetic.constant('infinity');
  return onceAPoint(tree, slots, {
    scalar: true,
    run: (environment) => {
      const [from, to] = ends.map((end) => end(environment));
      if (!from || !to) return unknown;
      if (from.infinite === null && to.infinite === null) {
        const width = arithmetic.subtract(to.value, from.value);
        if (arithmetic.magnitude(width) === 0) return arithmetic.from(0);
        if (!arithmetic.isDefined(width)) return width;
      }
      const isBackwards = isAfter(from, to, arithmetic);
      const panel = isBackwards ? { from: to, to: from } : { from, to };
      const integrand = body(environment);
      const integral = integrated(panel, integrand, breaks(environment), arithmetic);
      if (integral.kind === 'value') {
        const value = arithmetic.fromParts(integral);
        return isBackwards ? arithmetic.negate(value) : value;
      }
      compilation.notice?.({ tree, what: integral.kind });
      const isUndefined = integral.kind === 'divergent' || integral.kind === 'undefined';
      return isUndefined ? arithmetic.from(Number.NaN) : unknown;
    },
  });
}

/** An integral that no variable around it occurs in has one value at a point, however often it is asked for. */
function onceAPoint<N>(
  tree: Tree,
  slots: Slots<N>,
  compiled: Extract<Compiled<N>, { scalar: true }>,
): Compiled<N> {
  if (slots.size === 0 || [...slots.keys()].some((name) => mentionsBound(tree, name)))
    return compiled;
  let last: { environment: Environment<N>; value: N } | null = null;
  return {
    scalar: true,
    run: (environment) => {
      if (last?.environment !== environment)
        last = { environment, value: compiled.run(environment) };
      return last.value;
    },
  };
}

function compileEnd<N>(
  tree: Tree,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): (environment: Environment<N>) => End<N> {
  const infinite = infiniteSign(tree);
  if (infinite) return () => ({ infinite });
  const { compiled, work } = compileIn(tree, compilation, slots);
  return (environment) => {
    compilation.meter.spend(work);
    return { infinite: null, value: scalarOf(compiled, environment, compilation.arithmetic) };
  };
}

function isAfter<N>(from: End<N>, to: End<N>, arithmetic: Arithmetic<N>): boolean {
  if (from.infinite !== null || to.infinite !== null)
    return from.infinite === 1 || to.infinite === -1;
  return realPart(arithmetic.subtract(to.value, from.value), arithmetic) < 0;
}

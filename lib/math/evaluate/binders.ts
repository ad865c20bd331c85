import { dualOver } from '@/lib/math/arithmetic/dual';
import { isScalar, SCALAR } from '@/lib/math/core/dimension';
import type { Tree, TreeOf } from '@/lib/math/core/tree';
import type { Arithmetic, Dual } from '@/lib/math/numbers/arithmetic';
import { entrywise, type Matrix, mapped } from '@/lib/math/numbers/matrix';
import { type Environment, lifted } from './environment';
import { type Compilation, type Compiled, runMatrix } from './evaluate-types';

/** What the variables of the sums, products and derivatives around are at present. */
export type Slots<N> = ReadonlyMap<string, () => N>;

/** Compiles a part under other slots or in another arithmetic; `work` is what one run costs. */
export type CompileIn = <M>(
  tree: Tree,
  compilation: Compilation<M>,
  slots: Slots<M>,
) => { compiled: Compiled<M>; work: number };

/** The longest sum or product that is added up. */
const MAX_TERMS = 5000;
/** What a term costs besides its body. */
const PER_TERM = 18;
/** What dual numbers cost more than what they are made of. */
const DUAL = 4;

/** `\sum` and `\prod` over whole numbers; empty where the upper end is below the lower. */
export function compileSeries<N>(
  tree: TreeOf<'sum' | 'product'>,
  ends: readonly [(environment: Environment<N>) => N, (environment: Environment<N>) => N],
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): Compiled<N> {
  const { arithmetic, meter } = compilation;
  let present = arithmetic.from(0);
  const inner = new Map([...slots, [tree.variable, () => present] as const]);
  const { compiled, work } = compileIn(tree.body, compilation, inner);
  const start = arithmetic.from(tree.kind === 'sum' ? 0 : 1);
  const combine = tree.kind === 'sum' ? arithmetic.add : arithmetic.multiply;
  const run = (environment: Environment<N>): Matrix<N> => {
    const [low, high] = [ends[0](environment), ends[1](environment)];
    const [first, last] = [wholeNumber(low, arithmetic), wholeNumber(high, arithmetic)];
    if (first === null || last === null || last - first >= MAX_TERMS) {
      // Ends that are no whole numbers make no sum; of an endless one nothing is known.
      const isKnown = arithmetic.isDefined(low) && arithmetic.isDefined(high);
      const isNoSum = isKnown && [low, high].some((end) => isNoWholeNumber(end, arithmetic));
      return {
        rows: 1,
        columns: 1,
        data: [isNoSum ? arithmetic.from(Number.NaN) : arithmetic.constant('infinity')],
      };
    }
    let total: Matrix<N> = { rows: 1, columns: 1, data: [start] };
    for (let k = first; k <= last; k++) {
      present = arithmetic.from(k);
      meter.spend(work + PER_TERM);
      const term = runMatrix(compiled, environment);
      total =
        k === first && tree.kind === 'sum' ? term : entrywise(total, term, combine, arithmetic);
    }
    return total;
  };
  if (!compiled.scalar) return { scalar: false, run };
  return { scalar: true, run: (environment) => run(environment).data[0] ?? start };
}

/** `[F]_a^b`: F(b) − F(a). */
export function compileBetween<N>(
  tree: TreeOf<'between'>,
  ends: readonly [(environment: Environment<N>) => N, (environment: Environment<N>) => N],
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): Compiled<N> {
  const { arithmetic, meter } = compilation;
  let present = arithmetic.from(0);
  const inner = new Map([...slots, [tree.variable, () => present] as const]);
  const { compiled, work } = compileIn(tree.body, compilation, inner);
  const at = (value: N, environment: Environment<N>) => {
    present = value;
    return runMatrix(compiled, environment);
  };
  const run = (environment: Environment<N>): Matrix<N> => {
    meter.spend(2 * work);
    const [low, high] = [ends[0](environment), ends[1](environment)];
    const [before, after] = [at(low, environment), at(high, environment)];
    return entrywise(after, before, arithmetic.subtract, arithmetic);
  };
  if (!compiled.scalar) return { scalar: false, run };
  return {
    scalar: true,
    run: (environment) => run(environment).data[0] ?? arithmetic.from(Number.NaN),
  };
}

/** A derivative by forward mode, one run for each entry of the variable. */
export function compileDerivative<N>(
  tree: TreeOf<'derivative'>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): Compiled<N> {
  const { arithmetic, meter, table, costs } = compilation;
  const { by } = tree;
  const one = arithmetic.from(1);
  const id = by.kind === 'symbol' ? by.id : null;
  const duals = new Map(
    [...slots].map(([name, slot]) => {
      const isSeed = by.kind === 'bound' && by.name === name;
      return [name, (): Dual<N> => ({ v: slot(), d: isSeed ? one : null })] as const;
    }),
  );
  const { compiled, work } = compileIn(
    tree.operand,
    {
      ...compilation,
      arithmetic: dualOver(arithmetic),
      costs: { operation: costs.operation * DUAL, function: costs.function * DUAL },
    },
    duals,
  );
  const slope = ({ v, d }: Dual<N>): N =>
    arithmetic.isUndefined(v) ? arithmetic.from(Number.NaN) : (d ?? arithmetic.from(0));
  const column = (environment: Environment<N>, entry: number): Matrix<N> => {
    meter.spend(work);
    return mapped(runMatrix(compiled, lifted(environment, id, entry, one)), slope);
  };
  const type = id === null ? null : table.typeOf(id);
  const shape = type?.kind === 'matrix' ? type.shape : SCALAR;
  if (id === null || isScalar(shape)) {
    if (!compiled.scalar) return { scalar: false, run: (environment) => column(environment, 0) };
    return {
      scalar: true,
      run: (environment) => column(environment, 0).data[0] ?? arithmetic.from(0),
    };
  }
  return {
    scalar: false,
    run: (environment) => {
      const variable = environment.matrix(id);
      const columns = variable.data.map((_, entry) => column(environment, entry).data);
      if (tree.layout === 'gradient') return { ...variable, data: columns.flat() };
      const rows = columns[0]?.length ?? 0;
      const data = Array.from({ length: rows }, (_, row) =>
        columns.flatMap((entries) => entries.slice(row, row + 1)),
      ).flat();
      return { rows, columns: columns.length, data };
    },
  };
}

/** Whole numbers are told from others up to this size. */
const LARGEST_WHOLE = 2 ** 31;

/** Whether a value is certain to be no whole number; of one that is too large to tell it is not. */
export function isNoWholeNumber<N>(value: N, arithmetic: Arithmetic<N>): boolean {
  if (!arithmetic.isDefined(value)) return false;
  if (!(Math.round(arithmetic.magnitude(value)) <= LARGEST_WHOLE)) return false;
  return wholeNumber(value, arithmetic) === null;
}

/** The whole number that a value is, as far as its small error tells; null for any other and for large ones. */
export function wholeNumber<N>(value: N, arithmetic: Arithmetic<N>): number | null {
  const size = Math.round(arithmetic.magnitude(value));
  if (!(size <= LARGEST_WHOLE)) return null;
  const isWhole = (whole: number) =>
    arithmetic.mayBeZero(arithmetic.subtract(value, arithmetic.from(whole)));
  if (isWhole(size)) return size;
  return isWhole(-size) ? -size : null;
}

import type { Meter } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import type { FunctionBody } from '@/lib/math/types/unfold';
import type { CompileIn, Slots } from './binders';
import type { Environment } from './environment';
import { type Compilation, type Compiled, runMatrix } from './evaluate-types';

/** A function that is known, or its derivative of some order in its first argument. */
export function compileBody<N>(
  tree: Extract<Tree, { kind: 'apply' }>,
  { parameters, body }: FunctionBody,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): Compiled<N> {
  const { arithmetic, meter } = compilation;
  const zero = arithmetic.from(0);
  const args = tree.args.map((arg) => compileIn(arg, compilation, slots));
  const present = new Map(parameters.map((name) => [name, zero]));
  const inner = parameters.map((name) => [name, () => present.get(name) ?? zero] as const);
  const by: Tree = { kind: 'bound', name: parameters[0] ?? '' };
  let value = body;
  for (let order = 0; order < tree.order; order++)
    value = { kind: 'derivative', layout: 'jacobian', by, operand: value };
  const { compiled, work } = compileIn(value, compilation, new Map([...slots, ...inner]));
  const valueFor = (values: readonly N[], environment: Environment<N>): N => {
    for (const [index, name] of parameters.entries()) present.set(name, values[index] ?? zero);
    meter.spend(work);
    return runMatrix(compiled, environment).data[0] ?? zero;
  };
  if (compilation.table.isEntrywise(tree.id)) {
    const paid = args.map((arg) => paidFor(arg, meter));
    return takenOfEntries(paid, arithmetic, valueFor);
  }
  return {
    scalar: true,
    run: (environment) => {
      const values = args.map((arg) => {
        meter.spend(arg.work);
        return runMatrix(arg.compiled, environment).data[0] ?? zero;
      });
      return valueFor(values, environment);
    },
  };
}

/** An argument that pays for each of its runs. */
function paidFor<N>(
  { compiled, work }: { compiled: Compiled<N>; work: number },
  meter: Meter,
): Compiled<N> {
  const paid = <Value>(run: (environment: Environment<N>) => Value) => {
    return (environment: Environment<N>) => {
      meter.spend(work);
      return run(environment);
    };
  };
  return compiled.scalar
    ? { scalar: true, run: paid(compiled.run) }
    : { scalar: false, run: paid(compiled.run) };
}

/** A function of numbers of the entries of its arguments; an argument that is a number stands beside every entry. */
export function takenOfEntries<N>(
  args: readonly Compiled<N>[],
  arithmetic: Arithmetic<N>,
  valueFor: (values: readonly N[], environment: Environment<N>) => N,
): Compiled<N> {
  const zero = arithmetic.from(0);
  const numbers = args.flatMap((arg) => (arg.scalar ? [arg.run] : []));
  if (numbers.length === args.length) {
    return {
      scalar: true,
      run: (environment) =>
        valueFor(
          numbers.map((run) => run(environment)),
          environment,
        ),
    };
  }
  return {
    scalar: false,
    run: (environment) => {
      const matrices = args.map((arg) => runMatrix(arg, environment));
      const large = matrices.reduce((a, b) => (b.data.length > a.data.length ? b : a));
      const data = large.data.map((_, index) => {
        const values = matrices.map(({ data: own }) => own[own.length === 1 ? 0 : index] ?? zero);
        return valueFor(values, environment);
      });
      return { ...large, data };
    },
  };
}

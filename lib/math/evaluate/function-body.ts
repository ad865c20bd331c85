import type { Tree } from '@/lib/math/core/tree';
import type { FunctionBody } from '@/lib/math/types/unfold';
import type { CompileIn, Slots } from './binders';
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
  return {
    scalar: true,
    run: (environment) => {
      const values = args.map((arg) => {
        meter.spend(arg.work);
        return runMatrix(arg.compiled, environment).data[0] ?? zero;
      });
      for (const [index, name] of parameters.entries()) present.set(name, values[index] ?? zero);
      meter.spend(work);
      return runMatrix(compiled, environment).data[0] ?? zero;
    },
  };
}

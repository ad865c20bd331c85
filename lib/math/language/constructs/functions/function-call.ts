import type { Shape } from '@/lib/math/core/declaration';
import { isScalar, isVector, SCALAR, shapeLatex } from '@/lib/math/core/dimension';
import type { TreeOf } from '@/lib/math/core/tree';
import type { Environment } from '@/lib/math/evaluate/environment';
import { type Compiled, runMatrix } from '@/lib/math/evaluate/evaluate-types';
import type { FunctionOfMatrix, FunctionOfNumbers } from '@/lib/math/functions/function';
import { functionOf } from '@/lib/math/functions/functions';
import { type Compiler, firstEntry, matrixOf, scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { ATOM, POWER } from '@/lib/math/language/levels';
import type { Typer } from '@/lib/math/language/typer';
import type { Matrix } from '@/lib/math/numbers/matrix';
import { functionPrefixes } from './read-call';
import { isWholeAsWritten } from './whole-as-written';

/** `\sin x`, `\max(a, b)`: the functions of lib/math/functions. */
export const reading: Reading = { prefixes: functionPrefixes };

export const shape: Shaped<'call'> = (tree, typer) => {
  const entry = functionOf(tree.name);
  const shapes = tree.args.map((arg) => typer.settled(arg));
  return entry.of === 'matrix'
    ? shapeOfMatrixFunction(tree, entry, shapes[0] ?? SCALAR, typer)
    : shapeOfNumberFunction(tree, shapes, typer);
};

function shapeOfMatrixFunction(
  tree: TreeOf<'call'>,
  entry: FunctionOfMatrix,
  argument: Shape,
  typer: Typer,
): Shape {
  const [rows, columns] = argument;
  const spreads = entry.gives === 'diagonal';
  if (spreads && isVector(argument)) return rows === 1 ? [columns, columns] : [rows, rows];
  if (typer.unify(rows, columns)) return spreads ? [typer.resolve(rows), 1] : SCALAR;
  const which = spreads ? 'vectors and square matrices' : 'square matrices';
  throw typer.misfit(tree, `Only ${which} have ${entry.noun}, this is $${shapeLatex(argument)}$.`);
}

/** Of scalars, or of every entry where the part says that its functions are taken so. */
function shapeOfNumberFunction(
  tree: TreeOf<'call'>,
  shapes: readonly Shape[],
  typer: Typer,
): Shape {
  const large = shapes.findIndex((one) => !isScalar(one));
  const [own, argument] = [shapes[large], tree.args[large]];
  if (!own || !argument) return SCALAR;
  const fits = shapes.every((other) => isScalar(other) || typer.unifyShapes(other, own));
  if (typer.table.elementwise && fits) return own;
  throw typer.misfit(
    argument,
    `$${typer.latex(argument)}$ is $${shapeLatex(own)}$; this function takes scalars.`,
  );
}

export const evaluate: Evaluate<'call'> = (tree, compiler) => {
  const entry = functionOf(tree.name);
  return entry.of === 'matrix'
    ? evaluateOfMatrix(tree, entry, compiler)
    : evaluateOfNumbers(tree, entry, compiler);
};

function evaluateOfMatrix<N>(
  tree: TreeOf<'call'>,
  entry: FunctionOfMatrix,
  compiler: Compiler<N>,
): Compiled<N> {
  const [argument] = tree.args.map((arg) => compiler.matrix(arg));
  compiler.work += compiler.compilation.costs.function;
  const run = (environment: Environment<N>): Matrix<N> => {
    const matrix = argument ? argument(environment) : { rows: 0, columns: 0, data: [] };
    compiler.pay(entry.operations(matrix.rows));
    return entry.value(compiler.arithmetic, matrix);
  };
  if (entry.gives === 'diagonal') return matrixOf(run);
  return scalarOf((environment) => firstEntry(run(environment), compiler.arithmetic));
}

function evaluateOfNumbers<N>(
  tree: TreeOf<'call'>,
  entry: FunctionOfNumbers,
  compiler: Compiler<N>,
): Compiled<N> {
  const { arithmetic, compilation } = compiler;
  const { call } = arithmetic;
  const args = tree.args.map((arg) => compiler.of(arg));
  const [whole, other] = entry.cost ?? [1, 1];
  const last = tree.args.at(-1);
  const isWhole = last !== undefined && isWholeAsWritten(last, compilation.table);
  compiler.work += compilation.costs.function * (isWhole ? whole : other);
  const runs = args.flatMap((arg) => (arg.scalar ? [arg.run] : []));
  if (runs.length === args.length) {
    const [one, two] = runs;
    if (one && !two) return scalarOf((environment) => call(entry, [one(environment)]));
    return scalarOf((environment) =>
      call(
        entry,
        runs.map((run) => run(environment)),
      ),
    );
  }
  return matrixOf((environment) => {
    const values = args.map((arg) => runMatrix(arg, environment));
    const large = values.reduce((a, b) => (b.data.length > a.data.length ? b : a));
    compilation.meter.spend(large.data.length * compilation.costs.function);
    const at = ({ data }: Matrix<N>, index: number) =>
      data[data.length === 1 ? 0 : index] ?? arithmetic.from(0);
    const data = large.data.map((_, index) =>
      call(
        entry,
        values.map((value) => at(value, index)),
      ),
    );
    return { ...large, data };
  });
}

export const print: Print<'call'> = ({ name, args }, printer) => {
  const { notation } = functionOf(name);
  if (typeof notation === 'object') {
    const printed = args.map((arg) =>
      notation.wrapsArguments ? printer.base(arg) : printer.plain(arg),
    );
    return { latex: notation.print(...printed), level: notation.isClosed ? ATOM : POWER };
  }
  const command = notation === 'command' ? `\\${name}` : `\\operatorname{${name}}`;
  const inside = args.map((arg) => printer.plain(arg)).join(',');
  return { latex: `${command}\\left(${inside}\\right)`, level: POWER };
};

import { realFloat } from '@/lib/math/arithmetic/real-float';
import { isScalar } from '@/lib/math/core/dimension';
import type { MathError } from '@/lib/math/core/error';
import { FLOAT_COSTS, Meter } from '@/lib/math/core/meter';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { runMatrix } from '@/lib/math/evaluate/evaluate-types';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { FunctionBodies } from '@/lib/math/types/unfold';
import { fail, ok, type Result } from '@/lib/result';
import { compile } from './evaluate';

/** One run of an expression may not cost more, in units of the meter. */
const MOST_WORK = 100_000;

/**
 * A scalar expression as a function of numbers, in the order of `parameters`; `NaN` where it is
 * undefined. `functions` says what declared functions are. Fails where the expression is no scalar or uses anything else.
 */
export function compileScalar(
  tree: Tree,
  table: SymbolTable,
  parameters: readonly string[],
  functions: FunctionBodies = new Map(),
): Result<(values: readonly number[]) => number, MathError> {
  const shape = shapeOf(tree, table);
  if (!shape.ok) return shape;
  const place = { start: tree.span?.start ?? 0, end: tree.span?.end ?? 0 };
  if (!isScalar(shape.value)) return fail({ message: 'A scalar is expected here.', ...place });
  for (const id of symbolsIn(tree)) {
    if (parameters.includes(id) || functions.has(id)) continue;
    return fail({ message: `$${table.latexOf(id)}$ has no value here.`, ...place });
  }
  const position = new Map(parameters.map((id, index) => [id, index]));
  const meter = new Meter(MOST_WORK);
  const { compiled } = compile(tree, {
    arithmetic: realFloat,
    table,
    seed: '',
    meter,
    costs: FLOAT_COSTS,
    functions,
  });
  return ok((values) => {
    meter.extend(MOST_WORK);
    const at = (id: string) => realFloat.from(values[position.get(id) ?? -1] ?? Number.NaN);
    const [value] = runMatrix(compiled, {
      scalar: at,
      matrix: (id) => ({ rows: 1, columns: 1, data: [at(id)] }),
      size: () => 1,
    }).data;
    return value && realFloat.isDefined(value) ? value.v : Number.NaN;
  });
}

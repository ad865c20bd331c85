import { SCALAR, shapeLatex } from '@/lib/math/core/dimension';
import type { TreeOf } from '@/lib/math/core/tree';
import { isZero } from '@/lib/math/core/zero-form';
import type { Environment } from '@/lib/math/evaluate/environment';
import { type Compiled, runMatrix } from '@/lib/math/evaluate/evaluate-types';
import { type Compiler, firstEntry, matrixOf, scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { refuseIndex } from '@/lib/math/language/constructs/refuse-index';
import { isMark, spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';
import { type Matrix, mapped } from '@/lib/math/numbers/matrix';

/** `\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}`. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['cases'],
      turn: 'sign',
      read: (reader, item) => {
        if (item.base.type !== 'cases') return null;
        refuseIndex(item);
        reader.at++;
        const { rows } = item.base;
        const branches = rows.map((row, index) =>
          readBranch(reader, row, index === rows.length - 1, item),
        );
        return reader.scripted({ kind: 'cases', branches, span: spanOf(item) }, item);
      },
    },
  ],
};

function readBranch(
  reader: Reader,
  row: readonly (readonly Item[])[],
  isLast: boolean,
  item: Item,
) {
  const [value = [], when = []] = row.map(withoutPunctuation);
  const [only] = when;
  const isOtherwise = when.length === 1 && only !== undefined && isMark(only, 'otherwise');
  if (when.length === 0 && !isLast) {
    const message = 'A case needs its condition behind “&”.';
    throw problem(message, item.start, item.end, 'a condition');
  }
  const condition = when.length === 0 || isOtherwise ? null : reader.inner(when, item);
  if (condition && !['relation', 'multiply', 'hadamard'].includes(condition.kind))
    throw problem('A case needs a condition, such as $x > 0$.', item.start, item.end);
  return { value: reader.inner(value, item), condition };
}

/** A case may end in a comma, a semicolon or a full stop. */
function withoutPunctuation(items: readonly Item[]): readonly Item[] {
  const last = items.at(-1);
  const isPoint = last !== undefined && ['.', ',', ';'].some((mark) => isMark(last, mark));
  return isPoint ? items.slice(0, -1) : items;
}

export const shape: Shaped<'cases'> = (tree, typer) => {
  const shapes = tree.branches.flatMap(({ value, condition }) => {
    if (condition) typer.requireCondition(condition);
    const own = typer.of(value);
    return isZero(value) ? [] : [own];
  });
  const [first = SCALAR] = shapes;
  const other = shapes.find((own) => !typer.unifyShapes(first, own));
  if (!other) return typer.resolved(first);
  const [a, b] = [first, other].map((own) => shapeLatex(typer.resolved(own)));
  throw typer.misfit(tree, `The cases have different shapes, $${a}$ and $${b}$.`);
};

export const evaluate: Evaluate<'cases'> = <N>(
  tree: TreeOf<'cases'>,
  compiler: Compiler<N>,
): Compiled<N> => {
  const { add, from, magnitude } = compiler.arithmetic;
  const branches = tree.branches.map(({ value, condition }) => ({
    value: compiler.of(value),
    condition: condition && compiler.scalar(condition),
  }));
  const choose = (environment: Environment<N>, index: number): Matrix<N> => {
    const branch = branches[index];
    if (!branch) return { rows: 1, columns: 1, data: [from(Number.NaN)] };
    const holds = branch.condition?.(environment);
    if (holds === undefined || magnitude(holds) === 1) return runMatrix(branch.value, environment);
    // What does not hold for certain is 0 with an error, which must not get lost.
    return mapped(choose(environment, index + 1), (entry) => add(entry, holds));
  };
  if (!branches.every(({ value }) => value.scalar))
    return matrixOf((environment) => choose(environment, 0));
  return scalarOf((environment) => firstEntry(choose(environment, 0), compiler.arithmetic));
};

export const print: Print<'cases'> = ({ branches }, printer) => {
  const rows = branches.map(({ value, condition }) => {
    const when = condition ? printer.plain(condition) : '\\text{otherwise}';
    return `${printer.plain(value)} & ${when}`;
  });
  return atom(`\\begin{cases}${rows.join(' \\\\ ')}\\end{cases}`);
};

import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { readAuthored, readDefinitions } from '@/lib/kinds/fields/read-authored';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';
import { compileScalar } from '@/lib/math/language/scalar-function';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { ArrowsKey, ArrowsSpec, Vector } from './answer';

/** A direction as an expression in the points. */
type Direction = (points: Readonly<Record<string, Vector>>) => Vector | null;

export interface PreparedArrows {
  latexOf: (id: string) => string;
  /** By the point that the arrow starts from. */
  directions: ReadonlyMap<string, Direction>;
  misconceptions: readonly {
    point: string;
    direction: Direction;
    message: string;
    credit: number;
  }[];
}

/** Reads a part's key; throws `BrokenKeyError` where the author's expressions cannot be read. */
export function prepareArrows(spec: ArrowsSpec, key: ArrowsKey): PreparedArrows {
  const made = tableOfPart(spec);
  if (!made.ok)
    throw new BrokenKeyError(`symbols: ${made.error.map(({ message }) => message).join('; ')}`);
  const table = made.value;
  const definitions = readDefinitions(key.definitions, table);
  const direction = (what: string, text: string): Direction => {
    const { tree, shape } = readAuthored(what, text, table);
    if (shape[0] !== 2 || shape[1] !== 1)
      throw new BrokenKeyError(`${what} "${text}" is no vector of two entries`);
    const whole = written(tree, definitions);
    return (points) => valueAt(whole, table, points);
  };
  return {
    latexOf: (id) => table.latexOf(id),
    directions: new Map(
      Object.entries(key.directions).map(([id, text]) => [
        id,
        direction(`direction of ${id}`, text),
      ]),
    ),
    misconceptions: key.misconceptions.map((one) => ({
      ...one,
      direction: direction('misconception', one.direction),
    })),
  };
}

/** Definitions written out, in each other too. */
function written(
  tree: Tree,
  definitions: ReadonlyMap<string, Tree>,
  inside: readonly string[] = [],
): Tree {
  return substitute(tree, (id) => {
    const definition = definitions.get(id);
    if (!definition) return null;
    if (inside.includes(id)) throw new BrokenKeyError(`${id} is defined through itself`);
    return written(definition, definitions, [...inside, id]);
  });
}

/** Null where a point that it needs was not placed, or where it is undefined. */
function valueAt(
  tree: Tree,
  table: SymbolTable,
  points: Readonly<Record<string, Vector>>,
): Vector | null {
  const placed = substitute(tree, (id) => {
    const at = points[id];
    return at ? { kind: 'matrix', rows: at.map((value) => [literal(value)]) } : null;
  });
  const [x, y] = ['1', '2'].map((text) => {
    const row: Tree = { kind: 'number', text };
    const entry = compileScalar({ kind: 'entry', operand: placed, row, column: null }, table, []);
    return entry.ok ? entry.value([]) : Number.NaN;
  });
  return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)
    ? [x, y]
    : null;
}

function literal(value: number): Tree {
  const number: Tree = { kind: 'number', text: String(Math.abs(value)) };
  return value < 0 ? { kind: 'negate', operand: number } : number;
}

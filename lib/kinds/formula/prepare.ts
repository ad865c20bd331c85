import type { CompareOptions } from '@/lib/math/compare';
import type { Shape } from '@/lib/math/declaration';
import { read, readStatement } from '@/lib/math/read';
import { shapeOf } from '@/lib/math/shape';
import type { SymbolTable } from '@/lib/math/symbol-table';
import type { Tree } from '@/lib/math/tree';
import { BrokenKeyError } from '../broken-key';
import { type Convention, conventions } from './conventions';
import type { FormulaKey, FormulaSpec } from './schema';

export interface PreparedField {
  name: string;
  label: string;
  leftSides: readonly string[];
  points: number;
  reference: Tree;
  shape: Shape;
  upTo: 'transpose' | 'constant' | null;
  compareOptions: Omit<CompareOptions, 'seed'>;
}

export interface PreparedMisconception {
  field: string;
  tree: Tree;
  shape: Shape;
  message: string;
  credit: number;
}

/** A part's key, read once. */
export interface PreparedFormula {
  table: SymbolTable;
  conventions: readonly Convention[];
  fields: readonly PreparedField[];
  misconceptions: readonly PreparedMisconception[];
  definitions: ReadonlyMap<string, Tree>;
}

/** Reads references, definitions and conditions; throws `BrokenKeyError` where the author's cannot be read. */
export function prepareFormula(
  spec: FormulaSpec,
  key: FormulaKey,
  points: number,
): PreparedFormula {
  const made = conventions(spec);
  if (!made.ok) {
    throw new BrokenKeyError(`symbols: ${made.error.map(({ message }) => message).join('; ')}`);
  }
  const [declared] = made.value;
  if (!declared) throw new BrokenKeyError('there is no convention to read by');
  const { table } = declared;
  const authored = (what: string, text: string, leftSides: readonly string[] = []) => {
    const reading = read(text, table, { leftSides });
    if (!reading.ok) throw new BrokenKeyError(`${what} "${text}": ${reading.error.message}`);
    const shape = shapeOf(reading.value.tree, table);
    if (!shape.ok) throw new BrokenKeyError(`${what} "${text}": ${shape.error.message}`);
    return { tree: reading.value.tree, shape: shape.value };
  };
  const definitions = new Map(
    Object.entries(key.definitions).map(([id, text]) => [
      id,
      authored(`definition of ${id}`, text).tree,
    ]),
  );
  const shares = sharePoints(key, points);
  const fields = spec.fields.map((field) => {
    const own = key.fields[field.name];
    if (!own) throw new BrokenKeyError(`field ${field.name} has no reference`);
    const { tree, shape } = authored(`reference of ${field.name}`, own.reference, field.leftSides);
    const where = own.where === null ? null : condition(field.name, own.where, table);
    return {
      name: field.name,
      label: field.label,
      leftSides: field.leftSides,
      points: shares.get(field.name) ?? 0,
      reference: tree,
      shape,
      upTo: own.upTo,
      compareOptions: {
        definitions,
        ...(own.upTo && { upTo: own.upTo }),
        ...(where && { where }),
      },
    };
  });
  const misconceptions = key.misconceptions.map(({ field, expression, message, credit }) => {
    if (!key.fields[field]) throw new BrokenKeyError(`misconception of unknown field "${field}"`);
    return { field, message, credit, ...authored(`misconception of ${field}`, expression) };
  });
  return { table, conventions: made.value, fields, misconceptions, definitions };
}

function condition(field: string, text: string, table: SymbolTable): Tree {
  const statement = readStatement(text, table);
  if (!statement.ok) {
    throw new BrokenKeyError(`condition of ${field} "${text}": ${statement.error.message}`);
  }
  if (statement.value.kind === 'relation') return statement.value;
  throw new BrokenKeyError(`condition of ${field} "${text}" is no relation`);
}

/** Fields without points of their own share equally what the others leave. */
function sharePoints(key: FormulaKey, points: number): Map<string, number> {
  const fields = Object.entries(key.fields);
  const given = fields.reduce((sum, [, field]) => sum + (field.points ?? 0), 0);
  const unset = fields.filter(([, field]) => field.points === null).length;
  if (given > points + 1e-9 || (unset === 0 && given < points - 1e-9)) {
    throw new BrokenKeyError(`the fields' points sum to ${given}, the part has ${points}`);
  }
  const share = unset === 0 ? 0 : (points - given) / unset;
  return new Map(fields.map(([name, field]) => [name, field.points ?? share]));
}

import type { z } from 'zod';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { Shape } from '@/lib/math/core/declaration';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { read, readStatement } from '@/lib/math/reading/read';
import type { FunctionBodies } from '@/lib/math/types/unfold';
import type { functionsSchema } from './symbols';

/** Reads an author's formula; throws `BrokenKeyError` where it cannot be read. */
export function readAuthored(
  what: string,
  text: string,
  table: SymbolTable,
  leftSides: readonly string[] = [],
): { tree: Tree; shape: Shape } {
  const reading = read(text, table, { leftSides });
  if (!reading.ok) throw new BrokenKeyError(`${what} "${text}": ${reading.error.message}`);
  const shape = shapeOf(reading.value.tree, table);
  if (!shape.ok) throw new BrokenKeyError(`${what} "${text}": ${shape.error.message}`);
  return { tree: reading.value.tree, shape: shape.value };
}

/** Reads an author's definitions of symbols. */
export function readDefinitions(
  definitions: Readonly<Record<string, string>>,
  table: SymbolTable,
): ReadonlyMap<string, Tree> {
  return new Map(
    Object.entries(definitions).map(
      ([id, text]) => [id, readAuthored(`definition of ${id}`, text, table).tree] as const,
    ),
  );
}

/** Reads an author's definitions of functions. */
export function readFunctions(
  functions: z.infer<typeof functionsSchema>,
  table: SymbolTable,
): FunctionBodies {
  return new Map(
    Object.entries(functions).map(([id, { parameters, body }]) => {
      const reading = read(body, table, { bound: parameters });
      if (!reading.ok)
        throw new BrokenKeyError(`definition of ${id} "${body}": ${reading.error.message}`);
      return [id, { parameters, body: reading.value.tree }] as const;
    }),
  );
}

/** Reads an author's condition; throws where it is no relation. */
export function readCondition(what: string, text: string, table: SymbolTable): Tree {
  const statement = readStatement(text, table);
  if (!statement.ok) throw new BrokenKeyError(`${what} "${text}": ${statement.error.message}`);
  if (statement.value.kind === 'relation') return statement.value;
  throw new BrokenKeyError(`${what} "${text}" is no relation`);
}

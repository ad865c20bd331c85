import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { ReferenceProgram } from '@/lib/kinds/fields/reference-program';
import type { Tolerance } from '@/lib/math/compare/tolerance';
import type { Shape } from '@/lib/math/core/declaration';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { loadMathjs, type Mathjs } from '@/lib/math/programs/mathjs';
import type { Unit } from '@/lib/math/types/units';
import type { FormulaKey, FormulaKeyField } from './answer';

/** A reference that is worked out by a program. */
export interface ProgramReference {
  program: ReferenceProgram;
  /** Of its value. */
  shape: Shape;
  /** Without one, values agree up to what floating point loses. */
  tolerance: Tolerance | null;
}

/** What the programs of a key are read with; loaded only where it has one. */
export async function mathjsFor({ fields }: FormulaKey): Promise<Mathjs | null> {
  const hasProgram = Object.values(fields).some(({ program }) => program !== null);
  return hasProgram ? loadMathjs() : null;
}

/** Reads a field's program; throws `BrokenKeyError` where it cannot be read, or the field asks for more than it can tell. */
export function preparedProgram(
  name: string,
  field: FormulaKeyField,
  shape: Shape,
  tolerance: Tolerance | null,
  {
    table,
    units,
    mathjs,
  }: { table: SymbolTable; units: ReadonlyMap<string, Unit>; mathjs: Mathjs | null },
): ProgramReference | null {
  if (field.program === null || mathjs === null) return null;
  const what = `program of ${name}`;
  const unfit = unfitFor(field, units.size > 0);
  if (unfit) throw new BrokenKeyError(`${what}: ${unfit}`);
  const program = new ReferenceProgram(what, field.program, inputNames(table), mathjs);
  if (program.program.isRandom && tolerance === null)
    throw new BrokenKeyError(`${what}: what it draws by chance is never exact; give a tolerance`);
  return { program, shape, tolerance };
}

/** What a program gives values only cannot decide; null where it can. */
function unfitFor({ upTo, forms, reference }: FormulaKeyField, hasUnits: boolean): string | null {
  if (upTo !== null) return 'up_to needs a reference without a program';
  if (hasUnits) return 'units need a reference without a program';
  if (reference !== null) return null;
  const form = forms.find(({ form }) => ['expanded', 'factored'].includes(form));
  if (form) return `the form ${form.form} needs a reference`;
  const isRounded = forms.some((each) => each.form === 'significant_figures');
  return isRounded ? 'significant figures need a reference' : null;
}

/** Symbols by their ids, and the names of sizes. */
function inputNames(table: SymbolTable): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { id, type } of table.declarations.values()) {
    if (type.kind !== 'function') names.add(id);
    if (type.kind !== 'matrix') continue;
    for (const size of type.shape) if (typeof size === 'string') names.add(size);
  }
  return names;
}

import { isSamePoints } from '@/lib/exam/score';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { type Convention, conventions } from '@/lib/kinds/fields/conventions';
import {
  readAuthored,
  readCondition,
  readDefinitions,
  readFunctions,
} from '@/lib/kinds/fields/read-authored';
import { unitId } from '@/lib/kinds/fields/symbols';
import type { CompareOptions, UpTo } from '@/lib/math/compare/outcome';
import type { Tolerance } from '@/lib/math/compare/tolerance';
import type { Shape } from '@/lib/math/core/declaration';
import { parseDomain } from '@/lib/math/core/domain';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';
import { compileScalar } from '@/lib/math/language/scalar-function';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Mathjs } from '@/lib/math/programs/mathjs';
import type { FunctionBodies } from '@/lib/math/types/unfold';
import { BASE_UNIT_SYMBOLS, type Unit, unitOf, unitTree } from '@/lib/math/types/units';
import type { Form, FormulaKey, FormulaKeyField, FormulaSpec } from './answer';
import type { Asked } from './asks/asked-reading';
import { ASKED_FORMS } from './asks/forms';
import type { AskedJudge } from './asks/judge-asked';
import { askedTable } from './asks/read-asked';
import { type ProgramReference, preparedProgram } from './prepare-program';

export interface PreparedField {
  asks: 'value';
  name: string;
  label: string;
  leftSides: readonly string[];
  points: number;
  /** Null where a program alone says what is right. */
  reference: Tree | null;
  /** Answers are held against it where there is one. */
  program: ProgramReference | null;
  /** Other answers that are right as well. */
  references: readonly Tree[];
  unevaluated: boolean;
  shape: Shape;
  upTo: UpTo | null;
  compareOptions: Omit<CompareOptions, 'seed'>;
  tolerance: Tolerance | null;
  forms: readonly Form[];
}

/** A field that asks for something else than a value. */
interface PreparedAskedField extends AskedJudge {
  asks: Asked;
  name: string;
  points: number;
}

interface PreparedMisconception {
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
  fields: readonly (PreparedField | PreparedAskedField)[];
  misconceptions: readonly PreparedMisconception[];
  definitions: ReadonlyMap<string, Tree>;
  /** The units that may be used, by the id of their symbol. */
  units: ReadonlyMap<string, Unit>;
}

/** What the expressions and programs of a key are read with. */
interface KeySetting {
  key: FormulaKey;
  table: SymbolTable;
  units: ReadonlyMap<string, Unit>;
  definitions: ReadonlyMap<string, Tree>;
  functions: FunctionBodies;
  /** What programs are read with; null where the key has none. */
  mathjs: Mathjs | null;
}

/** Reads references, definitions and conditions; throws `BrokenKeyError` where the author's cannot be read. */
export function prepareFormula(
  spec: FormulaSpec,
  key: FormulaKey,
  points: number,
  mathjs: Mathjs | null,
): PreparedFormula {
  const units = unitsOf(spec);
  const tables = conventions(spec, units.size > 0 ? BASE_UNIT_SYMBOLS : []);
  if (!tables.ok) {
    throw new BrokenKeyError(`symbols: ${tables.error.map(({ message }) => message).join('; ')}`);
  }
  const [declared] = tables.value;
  if (!declared) throw new BrokenKeyError('there is no convention to read by');
  const { table } = declared;
  const definitions = new Map<string, Tree>([
    ...[...units].map(([id, unit]) => [id, unitTree(unit)] as const),
    ...readDefinitions(key.definitions, table),
  ]);
  const functions = readFunctions(key.functions, table);
  const setting = { key, table, units, definitions, functions, mathjs };
  const shares = sharePoints(key, points);
  const fields = spec.fields.map((field) => ({
    ...preparedField(field, spec, setting),
    points: shares.get(field.name) ?? 0,
  }));
  const misconceptions = preparedMisconceptions(spec, setting);
  for (const [id, { part, field }] of Object.entries(key.followOn?.symbols ?? {})) {
    if (part === undefined && !key.fields[field])
      throw new BrokenKeyError(`follow_on of ${id}: there is no field "${field}"`);
  }
  return { table, conventions: tables.value, fields, misconceptions, definitions, units };
}

function preparedField(
  field: FormulaSpec['fields'][number],
  spec: FormulaSpec,
  setting: KeySetting,
): Omit<PreparedField, 'points'> | Omit<PreparedAskedField, 'points'> {
  const own = setting.key.fields[field.name];
  if (!own) throw new BrokenKeyError(`field ${field.name} has no reference`);
  const { asks } = field;
  if (asks === 'value') return preparedValue(field, own, setting);
  const { key, definitions, functions } = setting;
  const table = askedTable(field, spec);
  if (!table.ok) throw new BrokenKeyError(`the symbols do not fit what ${field.name} asks for`);
  requireNumbers(field, table.value);
  const { judge } = ASKED_FORMS[asks]({
    field,
    table: table.value,
    definitions,
    functions,
    references: [...(own.reference === null ? [] : [own.reference]), ...own.references],
    misconceptions: key.misconceptions.filter((each) => each.field === field.name),
    notAllowed: key.notAllowed,
  });
  return { asks, name: field.name, judge };
}

/** The variable of a set or solution, and its constants, have to be real numbers. */
function requireNumbers(
  { name, variable, constants }: FormulaSpec['fields'][number],
  table: SymbolTable,
): void {
  for (const id of [...(variable === null ? [] : [variable]), ...constants]) {
    const type = table.typeOf(id);
    const domain = type?.kind === 'scalar' ? parseDomain(type.domain)?.kind : undefined;
    if (domain === 'real' || domain === 'interval') continue;
    throw new BrokenKeyError(`${name}: "${id}" is no symbol of a real number`);
  }
  if (variable !== null && constants.includes(variable))
    throw new BrokenKeyError(`${name}: "${variable}" cannot be both variable and constant`);
}

function preparedValue(
  { name, label, leftSides }: FormulaSpec['fields'][number],
  own: FormulaKeyField,
  setting: KeySetting,
): Omit<PreparedField, 'points'> {
  const { table, units, definitions, functions } = setting;
  const reference =
    own.reference === null
      ? null
      : readAuthored(`reference of ${name}`, own.reference, table, leftSides);
  const shape = reference?.shape ?? own.shape ?? [1, 1];
  const tolerance = own.tolerance ?? (reference && halfUnit(own, reference.tree, table, units));
  const where = own.where === null ? null : readCondition(`condition of ${name}`, own.where, table);
  const upTo = upToOf(own.upTo);
  const references = own.references.map(
    (text, index) => readAuthored(`reference ${index + 2} of ${name}`, text, table, leftSides).tree,
  );
  return {
    asks: 'value',
    name,
    label,
    leftSides,
    reference: reference?.tree ?? null,
    program: preparedProgram(name, own, shape, tolerance, setting),
    references,
    unevaluated: own.unevaluated,
    shape,
    upTo,
    tolerance,
    forms: formsOf(name, own),
    compareOptions: {
      definitions,
      functions,
      ...(upTo && { upTo }),
      ...(where && { where }),
    },
  };
}

function upToOf(upTo: FormulaKeyField['upTo']): UpTo | null {
  if (upTo === 'constant') return { constantIn: null };
  if (typeof upTo !== 'object') return upTo;
  if (upTo === null) return null;
  return { constantIn: [upTo.constant].flat() };
}

/** Those of values; others are read with their fields. */
function preparedMisconceptions(
  { fields }: FormulaSpec,
  { key, table }: KeySetting,
): PreparedMisconception[] {
  return key.misconceptions.flatMap(({ field, expression, message, credit }) => {
    const own = fields.find(({ name }) => name === field);
    if (!own) throw new BrokenKeyError(`misconception of unknown field "${field}"`);
    if (own.asks !== 'value') return [];
    const read = readAuthored(`misconception of ${field}`, expression, table);
    return { field, message, credit, ...read };
  });
}

/** The part's units by the id of their symbol. */
function unitsOf(spec: FormulaSpec): Map<string, Unit> {
  return new Map(
    spec.reading.units.map((name) => {
      const unit = unitOf(name);
      if (!unit) throw new BrokenKeyError(`"${name}" is no unit`);
      return [unitId(name), unit];
    }),
  );
}

/**
 * A number asked for with some figures may be off by half a unit in the last of them, counted in
 * the unit in which the reference is written.
 */
function halfUnit(
  { forms }: FormulaKeyField,
  reference: Tree,
  table: SymbolTable,
  units: ReadonlyMap<string, Unit>,
): Tolerance | null {
  const figures = forms.find((form) => form.form === 'significant_figures')?.figures;
  if (figures === undefined) return null;
  const bare = substitute(reference, (id) =>
    units.has(id) ? { kind: 'number', text: '1' } : null,
  );
  const compiled = compileScalar(bare, table, []);
  const size = compiled.ok ? Math.abs(compiled.value([])) : Number.NaN;
  if (!(size > 0 && Number.isFinite(size))) return { figures };
  return { relative: (0.5 * 10 ** (Math.floor(Math.log10(size)) - figures + 1)) / size };
}

function formsOf(name: string, { forms }: FormulaKeyField): readonly Form[] {
  const credit = forms.reduce((sum, form) => sum + form.credit, 0);
  if (credit >= 1) throw new BrokenKeyError(`the forms of ${name} leave no credit for the value`);
  return forms;
}

/** Fields without points of their own share equally what the others leave. */
function sharePoints(key: FormulaKey, points: number): Map<string, number> {
  const fields = Object.entries(key.fields);
  const sum = fields.reduce((total, [, field]) => total + (field.points ?? 0), 0);
  const unset = fields.filter(([, field]) => field.points === null).length;
  const mayBeLess = unset > 0 && sum < points;
  if (!mayBeLess && !isSamePoints(sum, points)) {
    throw new BrokenKeyError(`the fields' points sum to ${sum}, the part has ${points}`);
  }
  const share = unset === 0 ? 0 : (points - sum) / unset;
  return new Map(fields.map(([name, field]) => [name, field.points ?? share]));
}

import type { PlanSpec } from '@/lib/kinds/plan/answer';
import type { Shape, SymbolDeclaration } from '@/lib/math/core/declaration';
import type { MathError } from '@/lib/math/core/error';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { mapChildren, type Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import { type SymbolTable, symbolTable } from '@/lib/math/notation/symbol-table';
import { formOf, readStepName, readStepSides, type StepName } from '@/lib/math/reading/read-step';
import { fail, ok, type Result } from '@/lib/result';
import { isProduct, notCountable } from './countable';
import { writtenSteps } from './written-steps';

/** What a line computes, in the part's symbols and the names of the lines before it. */
export interface Step {
  /** The symbol that later lines use. */
  id: string;
  /** The output that the line computes, by name; null for an intermediate result. */
  output: string | null;
  latex: string;
  tree: Tree;
  /** What a chain goes on to: `d = a J = (b K) J`; what is computed is the first expression. */
  claims: readonly Tree[];
  shape: Shape;
}

/** One line that is not blank, counted from 1 as the student sees it. */
export interface ProgramLine {
  line: number;
  text: string;
  /** The output that it is meant to compute, readable or not. */
  output: string | null;
  step: Result<Step, MathError>;
}

export interface Program {
  lines: readonly ProgramLine[];
  /** The part's symbols and every name that a line gave. */
  table: SymbolTable;
  /** What the names stand for, by symbol id. */
  definitions: ReadonlyMap<string, Tree>;
}

interface Named {
  line: number;
  /** Which step of all it is. */
  order: number;
  text: string;
  name: StepName | null;
  error: MathError | null;
  output: string | null;
}

/**
 * Reads a program line by line: a left side that the part does not know is a new name, which the
 * lines below may use. A name is given once, is not one of the part's symbols, and stands above
 * its uses. A line that cannot be read is left out, with its error; the others count.
 * @param isTurned every product is read with its factors in reverse
 */
export function readProgram(
  steps: readonly string[],
  spec: Pick<PlanSpec, 'outputs'>,
  base: SymbolTable,
  isTurned = false,
): Program {
  const outputForms = new Map<string, string>();
  for (const { name, leftSides } of spec.outputs) {
    for (const side of [...leftSides, ...leftSides.flatMap(barred)]) {
      const form = formOf(side, base);
      if (form !== null && !outputForms.has(form)) outputForms.set(form, name);
    }
  }
  const pieces = steps.flatMap((written, index) =>
    writtenSteps(written, base)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ line: index + 1, text })),
  );
  const named = pieces.map(({ line, text: written }, order): Named => {
    const { text, name } = withNameInFront(written, base, outputForms);
    if (!name.ok) return { line, order, text, name: null, error: name.error, output: null };
    const output = outputForms.get(name.value.form) ?? null;
    return { line, order, text, name: name.value, error: null, output };
  });

  const declared: SymbolDeclaration[] = [...base.declarations.values()];
  const definitions = new Map<string, Tree>();
  /** Steps that were read and cannot be run. */
  const faulty = new Set<number>();
  let table = base;
  const lines = named.map((own): ProgramLine => {
    const { line, text, output } = own;
    const scope = { base, table, declared, faulty, outputs: spec.outputs, outputForms, isTurned };
    const step = readLine(own, named, scope);
    if (!step.ok && step.error.isFault) faulty.add(own.order);
    if (step.ok) {
      declared.push(step.value.declaration);
      table = step.value.table;
      definitions.set(step.value.step.id, step.value.step.tree);
    }
    return { line, text, output, step: step.ok ? ok(step.value.step) : step };
  });
  return { lines, table, definitions };
}

interface LineScope {
  base: SymbolTable;
  /** The part's symbols and the names of the lines so far. */
  table: SymbolTable;
  declared: readonly SymbolDeclaration[];
  faulty: ReadonlySet<number>;
  outputs: PlanSpec['outputs'];
  outputForms: ReadonlyMap<string, string>;
  isTurned: boolean;
}

function readLine(
  own: Named,
  all: readonly Named[],
  scope: LineScope,
): Result<{ step: Step; declaration: SymbolDeclaration; table: SymbolTable }, MathError> {
  const { base, table, declared, faulty, outputs } = scope;
  const { line, text, name, output } = own;
  if (!name) return fail(own.error ?? { message: 'not readable', start: 0, end: text.length });
  const at = { start: name.start, end: name.end };
  // A line above that has no value, for whatever reason, may be written again.
  const hasValue = (other: Named) => declared.some(({ id }) => id === idOf(other));
  const earlier = all.find(
    (other) =>
      other.order < own.order &&
      hasValue(other) &&
      (sameName(other, own) || (output && other.output === output)),
  );
  if (earlier) {
    const message = `$${name.latex}$ has its value from line ${earlier.line} already; give this result another name.`;
    return fail({ message, ...at });
  }
  if (base.declares(name.form)) {
    const message = `The left side of line ${line} is given; give this result another name.`;
    return fail({ message, ...at });
  }
  const sides = readStepSides(text, table);
  if (!sides.ok) {
    const missing = missingName(own, all, declared, faulty, base);
    return fail(otherName(own, scope) ?? missing ?? sides.error);
  }
  const [first, ...claims] = scope.isTurned ? sides.value.map(turned) : sides.value;
  if (!first) return fail({ message: 'Nothing is computed here.', ...at });
  const problem = notCountable(first);
  if (problem) return fail(problem);
  const tree: Tree = name.transposed ? { kind: 'transpose', operand: first } : first;
  const shape = shapeOf(tree, table);
  if (!shape.ok) return shape;
  const declaredOutput = outputs.find((each) => each.name === output);
  const latex = declaredOutput?.label ?? name.latex;
  const declaration: SymbolDeclaration = {
    id: idOf(own),
    latex,
    aliases: declaredOutput ? declaredOutput.leftSides : name.aliases,
    type: typeOf(shape.value),
  };
  const extended = extend(base, [...declared, declaration]);
  if (!extended) return fail({ message: `$${latex}$ cannot be used as a name here.`, ...at });
  const step = { id: declaration.id, output, latex, tree, claims, shape: shape.value };
  return ok({ step, declaration, table: extended });
}

/** `\bar w` is how backpropagation writes `\nabla_w \mathcal L`. */
function barred(side: string): string[] {
  const [, variable] =
    /^\\nabla_\{?(\\?[A-Za-z]+)\}? *(?:\\mathcal *\{?)?[A-Za-z]?\}?$/.exec(side) ?? [];
  return variable === undefined ? [] : [`\\bar{${variable}}`, `\\overline{${variable}}`];
}

/** The symbol that a step's name is. */
function idOf({ order }: Named): string {
  return `line ${order + 1}`;
}

/** `d_w = \partial L/\partial w` says twice what is asked for, and computes nothing. */
function otherName({ text, name }: Named, { table, outputForms }: LineScope): MathError | null {
  const start = text.lastIndexOf('=') + 1;
  const form = formOf(text.slice(start), table);
  if (!name || form === null || !outputForms.has(form)) return null;
  const message = `This is only another name of what is asked for; write how $${name.latex}$ is computed.`;
  return { message, isFault: true, start, end: text.length };
}

/** Every product with its factors in reverse; parentheses are known by places, which are lost. */
function turned(tree: Tree): Tree {
  const { span: _, ...inner } = mapChildren(tree, turned);
  return isProduct(inner) ? { ...inner, left: inner.right, right: inner.left } : inner;
}

/**
 * `A x = a` computes a as well: where what stands in front is no name, or is made of given symbols,
 * and a name stands behind, they change places.
 */
function withNameInFront(text: string, base: SymbolTable, outputs: ReadonlyMap<string, string>) {
  const isKnown = (form: string) => outputs.has(form) || base.declares(form);
  const name = readStepName(text, base, isKnown);
  const last = text.lastIndexOf('=');
  const isName = name.ok && (isKnown(name.value.form) || !holdsGiven(name.value.form, base));
  if (isName || last < 0) return { text, name };
  const other = `${text.slice(last + 1).trim()} = ${text.slice(0, last).trim()}`;
  const behind = readStepName(other, base, isKnown);
  const isOther = behind.ok && !base.declares(behind.value.form);
  return isOther ? { text: other, name: behind } : { text, name };
}

/** Whether a symbol of the part stands in a form. */
function holdsGiven(form: string, base: SymbolTable): boolean {
  return [...base.declarations.values()].some(({ latex, aliases = [] }) =>
    [latex, ...aliases].some((written) => {
      const given = formOf(written, base);
      return given !== null && form.split(' ').includes(given);
    }),
  );
}

function sameName(a: Named, b: Named): boolean {
  return a.name !== null && a.name.form === b.name?.form;
}

function typeOf(shape: Shape): SymbolDeclaration['type'] {
  if (shape[0] === 1 && shape[1] === 1) return { kind: 'scalar', domain: 'real' };
  return { kind: 'matrix', shape };
}

function extend(base: SymbolTable, declarations: readonly SymbolDeclaration[]): SymbolTable | null {
  const made = symbolTable(declarations, { decimalComma: base.decimalComma });
  return made.ok ? made.value : null;
}

/** The error of a line that uses a name of its own, of a later line, or of one that was not read. */
function missingName(
  own: Named,
  all: readonly Named[],
  declared: readonly SymbolDeclaration[],
  faulty: ReadonlySet<number>,
  base: SymbolTable,
): MathError | null {
  const { text, order } = own;
  const declaredIds = new Set(declared.map(({ id }) => id));
  const missing = all.flatMap((other): SymbolDeclaration[] => {
    const id = idOf(other);
    if (!other.name || declaredIds.has(id) || base.declares(other.name.form)) return [];
    if (all.some((first) => first.order < other.order && sameName(first, other))) return [];
    const { latex, aliases } = other.name;
    return [{ id, latex, aliases, type: { kind: 'scalar', domain: 'real' } }];
  });
  const table = extend(base, [...declared, ...missing]);
  const sides = table && readStepSides(text, table);
  if (!sides?.ok) return null;
  const used = sides.value[0] ? symbolsIn(sides.value[0]) : new Set<string>();
  const source = all.find((other) => used.has(idOf(other)) && !declaredIds.has(idOf(other)));
  if (!source?.name) return null;
  const quoted = `$${source.name.latex}$`;
  const start = Math.max(0, text.indexOf('=') + 1);
  const at = { start, end: text.length };
  if (source.order === order)
    return { message: `${quoted} is computed from itself here.`, isFault: true, ...at };
  if (source.order < order) {
    const isFault = faulty.has(source.order);
    const why = isFault ? 'has no value' : 'could not be read';
    const message = `${quoted} is not known: line ${source.line} ${why}.`;
    return { message, ...(isFault && { isFault }), ...at };
  }
  const message = `${quoted} is used here and computed only in line ${source.line}; a line may use what stands above it.`;
  return { message, isFault: true, ...at };
}

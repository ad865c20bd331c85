import type { PlanSpec } from '@/lib/kinds/plan/answer';
import type { Shape, SymbolDeclaration } from '@/lib/math/core/declaration';
import type { MathError } from '@/lib/math/core/error';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import { type SymbolTable, symbolTable } from '@/lib/math/notation/symbol-table';
import { formOf, readStepName, readStepSides, type StepName } from '@/lib/math/reading/read-step';
import { fail, ok, type Result } from '@/lib/result';
import { notCountable } from './countable';

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

/** “1.” or “(1)” in front of a line; lines have numbers already. Places stay. */
const NUMBERING = /^\s*(?:\d+[.):]|\(\d+\))(?=\s*[A-Za-z\\∇∂])/;

interface Named {
  line: number;
  text: string;
  name: StepName | null;
  error: MathError | null;
  output: string | null;
}

/**
 * Reads a program line by line: a left side that the part does not know is a new name, which the
 * lines below may use. A name is given once, is not one of the part's symbols, and stands above
 * its uses. A line that cannot be read is left out, with its error; the others count.
 */
export function readProgram(
  steps: readonly string[],
  spec: Pick<PlanSpec, 'outputs'>,
  base: SymbolTable,
): Program {
  const outputForms = new Map<string, string>();
  for (const { name, leftSides } of spec.outputs) {
    for (const side of leftSides) {
      const form = formOf(side, base);
      if (form !== null && !outputForms.has(form)) outputForms.set(form, name);
    }
  }
  const named = steps.flatMap((written, index): Named[] => {
    const text = written.replace(NUMBERING, (number) => ' '.repeat(number.length));
    if (text.trim() === '') return [];
    const hasMeaning = (form: string) => outputForms.has(form) || base.declares(form);
    const name = readStepName(text, base, hasMeaning);
    if (!name.ok) return [{ line: index + 1, text, name: null, error: name.error, output: null }];
    const output = outputForms.get(name.value.form) ?? null;
    return [{ line: index + 1, text, name: name.value, error: null, output }];
  });

  const declared: SymbolDeclaration[] = [...base.declarations.values()];
  const definitions = new Map<string, Tree>();
  /** Lines that were read and cannot be run. */
  const faulty = new Set<number>();
  let table = base;
  const lines = named.map((own): ProgramLine => {
    const { line, text, output } = own;
    const step = readLine(own, named, { base, table, declared, faulty, outputs: spec.outputs });
    if (!step.ok && step.error.isFault) faulty.add(line);
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
}

function readLine(
  own: Named,
  all: readonly Named[],
  { base, table, declared, faulty, outputs }: LineScope,
): Result<{ step: Step; declaration: SymbolDeclaration; table: SymbolTable }, MathError> {
  const { line, text, name, output } = own;
  if (!name) return fail(own.error ?? { message: 'not readable', start: 0, end: text.length });
  const at = { start: name.start, end: name.end };
  // A line above that has no value, for whatever reason, may be written again.
  const hasValue = ({ line: number }: Named) => declared.some(({ id }) => id === `line ${number}`);
  const earlier = all.find(
    (other) =>
      other.line < line &&
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
  if (!sides.ok) return fail(missingName(own, all, declared, faulty, base) ?? sides.error);
  const [first, ...claims] = sides.value;
  if (!first) return fail({ message: 'Nothing is computed here.', ...at });
  const problem = notCountable(first);
  if (problem) return fail(problem);
  const tree: Tree = name.transposed ? { kind: 'transpose', operand: first } : first;
  const shape = shapeOf(tree, table);
  if (!shape.ok) return shape;
  const declaredOutput = outputs.find((each) => each.name === output);
  const latex = declaredOutput?.label ?? name.latex;
  const declaration: SymbolDeclaration = {
    id: `line ${line}`,
    latex,
    aliases: declaredOutput ? declaredOutput.leftSides : name.aliases,
    type: typeOf(shape.value),
  };
  const extended = extend(base, [...declared, declaration]);
  if (!extended) return fail({ message: `$${latex}$ cannot be used as a name here.`, ...at });
  const step = { id: declaration.id, output, latex, tree, claims, shape: shape.value };
  return ok({ step, declaration, table: extended });
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
  { line, text }: Named,
  all: readonly Named[],
  declared: readonly SymbolDeclaration[],
  faulty: ReadonlySet<number>,
  base: SymbolTable,
): MathError | null {
  const declaredIds = new Set(declared.map(({ id }) => id));
  const missing = all.flatMap((other): SymbolDeclaration[] => {
    const id = `line ${other.line}`;
    if (!other.name || declaredIds.has(id) || base.declares(other.name.form)) return [];
    if (all.some((first) => first.line < other.line && sameName(first, other))) return [];
    const { latex, aliases } = other.name;
    return [{ id, latex, aliases, type: { kind: 'scalar', domain: 'real' } }];
  });
  const table = extend(base, [...declared, ...missing]);
  const sides = table && readStepSides(text, table);
  if (!sides?.ok) return null;
  const used = sides.value[0] ? symbolsIn(sides.value[0]) : new Set<string>();
  const source = all.find(
    (other) => used.has(`line ${other.line}`) && !declaredIds.has(`line ${other.line}`),
  );
  if (!source?.name) return null;
  const quoted = `$${source.name.latex}$`;
  const start = Math.max(0, text.indexOf('=') + 1);
  const at = { start, end: text.length };
  if (source.line === line)
    return { message: `${quoted} is computed from itself here.`, isFault: true, ...at };
  if (source.line < line) {
    const isFault = faulty.has(source.line);
    const why = isFault ? 'has no value' : 'could not be read';
    const message = `${quoted} is not known: line ${source.line} ${why}.`;
    return { message, ...(isFault && { isFault }), ...at };
  }
  const message = `${quoted} is used here and computed only in line ${source.line}; a line may use what stands above it.`;
  return { message, isFault: true, ...at };
}

import { fail, ok, type Result } from '@/lib/result';
import { type Expression, parts } from './expression';
import { type ProgramError, ProgramFault, saidBy } from './fault';
import { CHANCE, CONSTANTS, isLibraryName } from './library';
import { MOST_CHARACTERS } from './limits';
import type { Mathjs } from './mathjs';
import { type SourceStatement, statementsIn } from './statements';
import { translate } from './translate';

interface Statement {
  /** From one. */
  line: number;
  expression: Expression;
}

/** A program that can be run: everything in it is allowed and every name in it is known. */
export interface Program {
  statements: readonly Statement[];
  /** The inputs that it makes use of. */
  uses: ReadonlySet<string>;
  /** The names that it gives values to. */
  assigns: ReadonlySet<string>;
  /** It draws numbers by chance, from the seed. */
  isRandom: boolean;
}

/** Reads a program that is given inputs of these names. */
export function parseProgram(
  mathjs: Mathjs,
  text: string,
  inputs: Iterable<string>,
): Result<Program, ProgramError> {
  if (text.length > MOST_CHARACTERS)
    return fail({ line: 1, message: `a program has at most ${MOST_CHARACTERS} characters` });
  const source = statementsIn(mathjs, text);
  if (!source.ok) return source;
  const statements: Statement[] = [];
  for (const { line, node } of source.value) {
    const translated = attempt(line, () => translate(node));
    if (!translated.ok) return translated;
    statements.push({ line, expression: translated.value });
  }
  if (statements.length === 0) return fail({ line: 1, message: 'there is no program' });
  return named(statements, new Set(inputs));
}

/** The program with the names in it looked up; fails at the first that nothing stands for. */
function named(
  statements: readonly Statement[],
  inputs: ReadonlySet<string>,
): Result<Program, ProgramError> {
  const assigns = new Set(statements.flatMap(({ expression }) => assignedIn(expression)));
  const names: Names = { inputs, assigns, uses: new Set(), chance: new Set() };
  for (const { line, expression } of statements) {
    const looked = attempt(line, () => lookUp(expression, names, new Set()));
    if (!looked.ok) return looked;
  }
  return ok({ statements, uses: names.uses, assigns, isRandom: names.chance.size > 0 });
}

interface Names {
  inputs: ReadonlySet<string>;
  assigns: ReadonlySet<string>;
  /** Filled while names are looked up. */
  uses: Set<string>;
  chance: Set<string>;
}

function lookUp(expression: Expression, names: Names, bound: ReadonlySet<string>): void {
  if (expression.kind === 'function') {
    lookUp(expression.body, names, new Set([...bound, ...expression.parameters]));
    return;
  }
  if (expression.kind === 'assign' || expression.kind === 'assignEntry') {
    // Within mathjs the parameter would hide what is assigned: it reads as if it were changed.
    if (bound.has(expression.name))
      throw new ProgramFault(`"${expression.name}" is a parameter and cannot be assigned to`);
  }
  if (expression.kind === 'assignEntry' || expression.kind === 'name' || expression.kind === 'call')
    lookUpName(expression.name, names, bound);
  for (const part of parts(expression)) lookUp(part, names, bound);
}

function lookUpName(
  name: string,
  { inputs, assigns, uses, chance }: Names,
  bound: Iterable<string>,
) {
  if (new Set(bound).has(name)) return;
  if (inputs.has(name)) uses.add(name);
  if (inputs.has(name) || assigns.has(name)) return;
  if (CHANCE.some((each) => each === name)) chance.add(name);
  if (CONSTANTS.has(name) || name === 'i' || isLibraryName(name)) return;
  throw new ProgramFault(`"${name}" is neither given, nor assigned, nor a function of programs`);
}

function assignedIn(expression: Expression): string[] {
  const inner = parts(expression).flatMap(assignedIn);
  return expression.kind === 'assign' || expression.kind === 'function'
    ? [expression.name, ...inner]
    : inner;
}

/** What is refused becomes an error of the line. */
function attempt<T>(line: SourceStatement['line'], work: () => T): Result<T, ProgramError> {
  try {
    return ok(work());
  } catch (error) {
    if (error instanceof ProgramFault) return fail({ line, message: error.message });
    return fail({ line, message: saidBy(error) });
  }
}

import { WorkSpent } from '@/lib/math/core/meter';
import { randomFrom } from '@/lib/math/core/random';
import { fail, ok, type Result } from '@/lib/result';
import { Evaluation, type Steps } from './evaluation';
import { type ProgramError, ProgramFault, saidBy } from './fault';
import type { Mathjs } from './mathjs';
import type { Program } from './parse';
import type { Data, Value } from './value';

/** What a program has come to. */
export interface Outcome {
  /** Of its last statement. */
  value: Value;
  /** What each name that it assigns stands for at the end. */
  names: ReadonlyMap<string, Value>;
}

/**
 * Runs a program with these inputs. The same program, inputs and seed give the same outcome; it
 * reaches nothing but these, and ends after the steps that it may take.
 */
export function runProgram(
  mathjs: Mathjs,
  program: Program,
  inputs: ReadonlyMap<string, Data>,
  seed: string,
  steps: Steps,
): Result<Outcome, ProgramError> {
  const evaluation = new Evaluation(mathjs, inputs, randomFrom(seed), steps);
  let value: Value = null;
  try {
    for (const { line, expression } of program.statements)
      value = evaluation.statement(line, expression);
  } catch (error) {
    const { line } = evaluation;
    if (error instanceof WorkSpent)
      return fail({ line, message: 'the program takes more steps than it may' });
    if (error instanceof ProgramFault) return fail({ line, message: error.message });
    return fail({ line, message: saidBy(error) });
  }
  return ok({ value, names: evaluation.names });
}

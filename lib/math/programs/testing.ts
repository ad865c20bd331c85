import { Meter } from '@/lib/math/core/meter';
import type { Result } from '@/lib/result';
import type { ProgramError } from './fault';
import { MOST_STEPS } from './limits';
import { loadMathjs, type Mathjs } from './mathjs';
import { parseProgram } from './parse';
import { type Outcome, runProgram } from './run';
import type { Data } from './value';

/** For tests: reads and runs a program, as a grader does. */
export async function tried(
  text: string,
  inputs: Readonly<Record<string, Data>> = {},
  seed = 'seed',
): Promise<Result<Outcome, ProgramError>> {
  const mathjs: Mathjs = await loadMathjs();
  const program = parseProgram(mathjs, text, Object.keys(inputs));
  if (!program.ok) return program;
  const values = new Map(Object.entries(inputs));
  return runProgram(mathjs, program.value, values, seed, new Meter(MOST_STEPS));
}

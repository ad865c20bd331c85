import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { Meter } from '@/lib/math/core/meter';
import { type ProgramError, programErrorText } from '@/lib/math/programs/fault';
import { MOST_STEPS, MOST_STEPS_IN_ALL } from '@/lib/math/programs/limits';
import type { Mathjs } from '@/lib/math/programs/mathjs';
import { type Program, parseProgram } from '@/lib/math/programs/parse';
import { type Outcome, runProgram } from '@/lib/math/programs/run';
import type { Data } from '@/lib/math/programs/value';
import type { Result } from '@/lib/result';

/** A program of a key, read once, and run as often as its steps in all allow. */
export class ReferenceProgram {
  readonly what: string;
  readonly mathjs: Mathjs;
  readonly program: Program;
  readonly #inAll = new Meter(MOST_STEPS_IN_ALL);

  /** `what` names it to the author. Throws `BrokenKeyError` where it cannot be read. */
  constructor(what: string, text: string, inputs: Iterable<string>, mathjs: Mathjs) {
    const program = parseProgram(mathjs, text, inputs);
    if (!program.ok) throw new BrokenKeyError(programErrorText(what, program.error));
    this.what = what;
    this.mathjs = mathjs;
    this.program = program.value;
  }

  /** Whether there are steps left for one more run, however many it takes. */
  get mayRun(): boolean {
    return this.#inAll.left >= MOST_STEPS;
  }

  run(inputs: ReadonlyMap<string, Data>, seed: string): Result<Outcome, ProgramError> {
    const meter = new Meter(MOST_STEPS);
    const outcome = runProgram(this.mathjs, this.program, inputs, seed, meter);
    this.#inAll.spend(meter.spent);
    return outcome;
  }

  /** What the author is told of a run that failed. */
  broken(error: ProgramError): BrokenKeyError {
    return new BrokenKeyError(programErrorText(this.what, error));
  }
}

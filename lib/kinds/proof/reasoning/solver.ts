import { Digits } from './digits';
import { startZ3, type Z3 } from './z3';

type Answer = 'sat' | 'unsat' | 'unknown';

export interface Solved {
  answer: Answer;
  /** Values of variables in a model, to 120 digits; empty where there is none. */
  model: ReadonlyMap<string, Digits>;
  /** Steps of the solver, the same for the same problem on every machine. */
  work: number;
}

/** Problems that were solved: students write the same lines, and each has one answer for ever. */
const solved = new Map<string, Solved>();
const MOST_KEPT = 2000;

/** For measuring what the solver costs. */
export function forgetSolved(): void {
  solved.clear();
}

/**
 * Hardly ever met: for problems of which a single step takes as long as everything else. Hundreds of
 * times what the steps take, so that a busy machine answers the same as an idle one; a thread that
 * grades is ended long before, by what it takes of the processor.
 */
const MOST_MS = 120_000;

/**
 * Asks Z3 (de Moura and Bjørner 2008) by its procedure for real polynomials (Jovanović and de Moura
 * 2012), which gives up after so many steps of its own, so that a grade is the same on a slow
 * machine. Its usual mixture of procedures changes from one to the next by the clock.
 */
export async function solve(problem: string, mostWork: number): Promise<Solved> {
  const key = `${mostWork} ${problem}`;
  const cached = solved.get(key);
  if (cached) return cached;
  const outcome = await ask(problem, mostWork);
  // An answer that the clock cut short is not kept: another run may find it.
  if (outcome.answer === 'unknown' && outcome.work < mostWork) return outcome;
  const [oldest] = solved.size >= MOST_KEPT ? solved.keys() : [];
  if (oldest !== undefined) solved.delete(oldest);
  solved.set(key, outcome);
  return outcome;
}

async function ask(problem: string, mostWork: number): Promise<Solved> {
  const { Z3, evaluate } = await started();
  // What was asked before leaves traces in a context: the models found would depend on them.
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  Z3.del_config(config);
  const last = setTimeout(() => Z3.interrupt(context), MOST_MS);
  const run = async (script: string) => (await evaluate(context, script)).trim();
  try {
    const limit = `(set-option :rlimit ${mostWork})`;
    const answer = answerIn(await run(`${limit}\n${problem}\n(check-sat-using qfnra-nlsat)`));
    const work = Number(/\d+/.exec(await run('(get-info :rlimit)'))?.[0] ?? mostWork);
    if (answer !== 'sat') return { answer, model: new Map(), work };
    const exact = await run('(get-model)');
    // Roots of polynomials have no other form that could be read.
    const model = exact.includes('root-obj')
      ? await run(
          '(set-option :pp.decimal true)\n(set-option :pp.decimal_precision 120)\n(get-model)',
        )
      : exact;
    return { answer, model: valuesIn(model), work };
  } finally {
    clearTimeout(last);
    Z3.del_context(context);
  }
}

/** An error, as when memory runs out, tells nothing about the problem. */
function answerIn(said: string): Answer {
  return said === 'sat' || said === 'unsat' ? said : 'unknown';
}

let instance: Promise<Z3> | undefined;

/** Loaded when it is first needed: most answers never ask. */
function started(): Promise<Z3> {
  instance ??= startZ3();
  return instance;
}

function valuesIn(model: string): ReadonlyMap<string, Digits> {
  const definitions = model.matchAll(
    /\(define-fun (\w+) \(\) Real\s+((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g,
  );
  return new Map(
    [...definitions].flatMap(([, name = '', text = '']) => {
      const value = numberIn(text);
      return value ? [[name, value] as const] : [];
    }),
  );
}

/** `3.0`, `(- 3.0)`, `(/ 1.0 2.0)`, `(- (/ 1.0 2.0))` and decimals cut off, `1.414?`. */
function numberIn(text: string): Digits | null {
  const isNegative = text.includes('-');
  const [top, bottom, ...more] = text.match(/\d+(?:\.\d+)?/g) ?? [];
  if (top === undefined || more.length > 0) return null;
  const size = new Digits(top).div(bottom ?? 1);
  return isNegative ? size.negated() : size;
}

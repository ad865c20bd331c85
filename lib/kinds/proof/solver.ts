import { Decimal } from 'decimal.js';

const Digits = Decimal.clone({ precision: 70 });

export type Answer = 'sat' | 'unsat' | 'unknown';

export interface Solved {
  answer: Answer;
  /** Values of variables in a model, to 60 digits; empty where there is none. */
  model: ReadonlyMap<string, Decimal>;
}

/** Problems with an answer: students write the same lines, and a problem has one answer for ever. */
const solved = new Map<string, Solved>();
const MOST_KEPT = 2000;

/** For measuring what the solver costs. */
export function forgetSolved(): void {
  solved.clear();
}

/**
 * Asks Z3 (de Moura and Bjørner 2008). One question at a time; the thread that asks is the one that
 * is killed at its limit, so a question that Z3 does not give up on costs no more than that.
 */
export async function solve(problem: string, timeoutMs: number): Promise<Solved> {
  const known = solved.get(problem);
  if (known) return known;
  const found = await ask(problem, timeoutMs);
  if (found.answer !== 'unknown') {
    const [oldest] = solved.size >= MOST_KEPT ? solved.keys() : [];
    if (oldest !== undefined) solved.delete(oldest);
    solved.set(problem, found);
  }
  return found;
}

async function ask(problem: string, timeoutMs: number): Promise<Solved> {
  const { Z3, context } = await started();
  const options = `(set-option :timeout ${timeoutMs})\n(set-option :pp.decimal false)\n(set-option :pp.decimal_precision 60)`;
  const text = problem.replace('(check-sat)', `${options}\n(check-sat)`);
  const said = (await Z3.eval_smtlib2_string(context, `(reset)\n${text}`)).trim();
  if (said === 'unsat') return { answer: 'unsat', model: new Map() };
  if (said !== 'sat') return { answer: 'unknown', model: new Map() };
  const exact = await Z3.eval_smtlib2_string(context, '(get-model)');
  // Roots of polynomials have no other form that could be read.
  const model = exact.includes('root-obj')
    ? await Z3.eval_smtlib2_string(context, '(set-option :pp.decimal true)\n(get-model)')
    : exact;
  return { answer: 'sat', model: valuesIn(model) };
}

/** Loaded when it is first needed: most answers never ask. */
async function start() {
  const { init } = await import('z3-solver');
  const { Z3 } = await init();
  return { Z3, context: Z3.mk_context(Z3.mk_config()) };
}

let instance: ReturnType<typeof start> | undefined;

function started(): ReturnType<typeof start> {
  instance ??= start();
  return instance;
}

function valuesIn(model: string): ReadonlyMap<string, Decimal> {
  const found = model.matchAll(
    /\(define-fun (\w+) \(\) Real\s+((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g,
  );
  return new Map(
    [...found].flatMap(([, name = '', text = '']) => {
      const value = numberIn(text);
      return value ? [[name, value] as const] : [];
    }),
  );
}

/** `3.0`, `(- 3.0)`, `(/ 1.0 2.0)`, `(- (/ 1.0 2.0))` and decimals cut off, `1.414?`. */
function numberIn(text: string): Decimal | null {
  const isNegative = text.includes('-');
  const [top, bottom, ...more] = text.match(/\d+(?:\.\d+)?/g) ?? [];
  if (top === undefined || more.length > 0) return null;
  const size = new Digits(top).div(bottom ?? 1);
  return isNegative ? size.negated() : size;
}

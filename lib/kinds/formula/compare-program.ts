import {
  type CompareOptions,
  type Outcome,
  TOO_FEW_POINTS,
  TOO_MUCH_WORK,
  undecided,
} from '@/lib/math/compare/outcome';
import type { Pair } from '@/lib/math/compare/pair';
import { estimatedPair, precisePair } from '@/lib/math/compare/precisions';
import { drawnWhere, type SamplingPlan } from '@/lib/math/compare/sampling';
import { matrixLatex } from '@/lib/math/compare/witness/matrix-latex';
import { distinctValues, type PointWitness, pointOf } from '@/lib/math/compare/witness/witness';
import { freeIds, isEstimated, sizesIn } from '@/lib/math/core/free-symbols';
import { Meter, WorkSpent } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import { type Sample, Sampler } from '@/lib/math/evaluate/sample';
import { elaborate } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Matrix } from '@/lib/math/numbers/matrix';
import { programErrorText } from '@/lib/math/programs/fault';
import { unfold } from '@/lib/math/types/unfold';
import type { ProgramReference } from './prepare-program';
import { ProgramPoint } from './program-point';
import type { Entry } from './program-values';

/** A verdict, and what staff are told besides where the program failed. */
export type ProgramOutcome = Outcome & { evidence?: string };

/** Programs give floats, and may do something else in each case: a verdict needs several points. */
const PLAN: SamplingPlan = { points: 16, fewest: 4, draws: 64 };
/** A simulation takes long, and is run several times at each point. */
const SIMULATION: SamplingPlan = { points: 6, fewest: 3, draws: 24 };
const RUNS_OF_SIMULATION = 3;
/** What evaluating the answer may cost, in units of the meter. */
const MOST_WORK = 1_000_000;
/** Digits that both values are shown with, until they differ. */
const WITNESS_DIGITS = [8, 16];
const ZERO: Tree = { kind: 'number', text: '0' };

/**
 * Decides whether the answer has the value that the author's program gives, at points drawn from the
 * domains of the symbols. A simulation is run several times at each point, which says something only
 * where all runs agree, so that no verdict hangs on the luck of one.
 */
export function compareWithProgram(
  reference: ProgramReference,
  answer: Tree,
  table: SymbolTable,
  options: CompareOptions,
): ProgramOutcome {
  const unfolded = unfold(answer, table, options.functions ?? new Map());
  const elaborated = elaborate(unfolded, table, reference.shape);
  if (!elaborated.ok) return { verdict: 'review', reason: elaborated.error.message };
  try {
    return judge(reference, elaborated.value.tree, table, options);
  } catch (error) {
    if (!(error instanceof WorkSpent)) throw error;
    return undecided(TOO_MUCH_WORK);
  }
}

function judge(
  reference: ProgramReference,
  answer: Tree,
  table: SymbolTable,
  options: CompareOptions,
): ProgramOutcome {
  const { program } = reference;
  const { seed, where, definitions = new Map() } = options;
  const { isRandom, uses } = program.program;
  const used = [...uses].filter((id) => table.declarations.has(id));
  const asTrees = used.map((id): Tree => ({ kind: 'symbol', id }));
  const ids = freeIds([answer, ...asTrees, ...(where ? [where] : [])], definitions);
  const sizes = [...uses].filter((id) => !table.declarations.has(id));
  const sampler = new Sampler(ids, table, seed, [...sizes, ...sizesIn([answer])]);
  const pairOf = pairsFor(answer, table, options);
  const point = new ProgramPoint(reference, table, definitions, pairOf);
  const pair = pairOf(answer);
  const plan = isRandom ? SIMULATION : PLAN;
  const runs = Array.from({ length: isRandom ? RUNS_OF_SIMULATION : 1 }, (_, run) => run);
  const seen: Seen = { near: 0, unclear: 0, witness: null, far: 0 };
  let drawn = 0;
  for (const sample of drawnWhere(pair, sampler, plan.draws)) {
    const seeds = runs.map((run) => `${seed}/${drawn}/${run}`);
    drawn++;
    const judged = point.judge(sample, pair, seeds);
    const values = judged.relation === 'far' ? witnessValues(judged.value, pair, sample) : null;
    if (values) {
      seen.far++;
      seen.witness ??= { at: pointOf(sample, ids, table), ...values };
    } else if (judged.relation === 'near') seen.near++;
    else if (judged.relation !== 'none') seen.unclear++;
    if (sampler.isConstant || seen.near + seen.far === plan.points || !program.mayRun) break;
  }
  return verdict(point, reference, seen, sampler.isConstant ? 1 : plan.fewest);
}

/** How many points said what. */
interface Seen {
  near: number;
  far: number;
  unclear: number;
  /** The first that shows a difference. */
  witness: PointWitness | null;
}

/**
 * All points are looked at before anything is said: whether the program fails at one must not hang
 * on where an answer differs first. Throws where it failed at every one.
 */
function verdict(
  { failure, hasRun }: ProgramPoint,
  { program }: ProgramReference,
  { near, unclear, witness }: Seen,
  fewest: number,
): ProgramOutcome {
  if (failure && !hasRun) throw program.broken(failure);
  if (failure) {
    const evidence = programErrorText(program.what, failure);
    return { ...undecided('the reference could not be worked out at every point.'), evidence };
  }
  if (witness) return { verdict: 'wrong', witness };
  if (unclear > near) return undecided('the answer lies at the edge of what counts as right.');
  if (near < fewest) return undecided(TOO_FEW_POINTS);
  return { verdict: 'right', transposed: false };
}

/** Expressions with many digits each, or as estimates where integrals and limits are. */
function pairsFor(
  answer: Tree,
  table: SymbolTable,
  { seed, where = undefined, definitions = new Map(), functions = new Map() }: CompareOptions,
): (tree: Tree) => Pair {
  const meter = new Meter(MOST_WORK);
  const isEstimate = [answer, ...definitions.values()].some(isEstimated);
  return (tree) => {
    const shared = { where: where ?? null, definitions, table, seed, meter, functions };
    const expressions = { ...shared, reference: tree, answer: ZERO };
    return isEstimate ? estimatedPair(expressions) : precisePair(expressions, 50);
  };
}

/** Both values, with as many digits as it takes to see that they differ; null where they read alike. */
function witnessValues(value: Matrix<Entry>, answer: Pair, sample: Sample) {
  const latex = (at: Sample, digits: number) => ({
    reference: matrixLatex(value, (entry) => entryLatex(entry, digits)),
    answer: answer.latex(at, digits).reference,
  });
  return distinctValues({ latex }, sample, WITNESS_DIGITS);
}

function entryLatex({ re, im }: Entry, digits: number): string {
  const [real, imaginary] = [re, im].map((part) => String(Number(part.toPrecision(digits))));
  if (imaginary === '0') return real ?? '';
  return `${real}${im < 0 ? '' : '+'}${imaginary}i`;
}

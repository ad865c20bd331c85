import type { Check } from '@/lib/exam/check';
import type { GradeInput } from '@/lib/kinds/contract';
import { Assessment } from './assess';
import { boundedSolver } from './budget';
import { Comparison } from './comparison';
import { StepJudge } from './judge-steps';
import type { JudgedStep, Outcome } from './judged-step';
import { prepareProof } from './prepare';
import { namesIn, readSteps } from './read-steps';
import { Reasoner } from './reasoner';
import { Scalars } from './scalars';
import type { ProofAnswer, ProofKey, ProofSpec } from './schema';
import { Theory } from './theory';
import { OwnNames } from './written-out';

/**
 * Every line is decided: it follows from what is given and what stands above it, or a counterexample
 * shows that it does not, or it is left to a person. Points are for milestones and the goal.
 */
export async function grade({
  spec,
  key,
  answer,
  points,
  seed,
}: GradeInput<ProofSpec, ProofKey, ProofAnswer>): Promise<Check[]> {
  const proof = prepareProof(spec, key, points);
  const { read, vocabulary } = readSteps(answer.steps ?? [], spec);
  const { table, sequences } = vocabulary;
  const language = { table, scalars: new Scalars(table, sequences) };
  const reasoner = new Reasoner(language, sequences, boundedSolver(), seed);
  const comparison = new Comparison(reasoner, new Theory(language, []));
  const goalKey = comparison.keyOf(proof.goal);
  const judge = new StepJudge({
    ...{ reasoner, table, sequences, proof },
    saysGoal: (statement) => goalKey !== null && comparison.keyOf(statement) === goalKey,
  });
  const steps = await judge.all(read);
  const names = new OwnNames(read.flatMap(namesIn), sequences);
  const assessment = new Assessment({
    ...{ proof, points, steps, comparison },
    writtenOut: (tree) => names.writtenOut(tree),
  });
  const lines = steps.filter(({ outcome }) => !NOT_JUDGED.includes(outcome));
  return [...(await assessment.checks()), ...lines.map(lineCheck)];
}

/** Words, names and what is supposed are neither right nor wrong. */
const NOT_JUDGED: readonly Outcome[] = ['passed', 'assumed'];

function lineCheck({ number, verdict, message, evidence, witness }: JudgedStep): Check {
  const check = {
    ...{ name: `line ${number}`, verdict, score: 0, points: 0 },
    ...{ message, evidence, beside: true },
  };
  return witness === null ? check : { ...check, witness: { summary: witness } };
}

import type { Check } from '@/lib/exam/check';
import type { GradeInput } from '@/lib/kinds/contract';
import { lineCheck } from '@/lib/kinds/judged';
import { assess } from '@/lib/kinds/proof/judging/assess';
import { Comparison } from '@/lib/kinds/proof/judging/comparison';
import { NameExpansion } from '@/lib/kinds/proof/judging/expand-names';
import { StepJudge } from '@/lib/kinds/proof/judging/judge-steps';
import type { Outcome } from '@/lib/kinds/proof/judging/judged-step';
import { Mending } from '@/lib/kinds/proof/judging/mending';
import { prepareProof } from '@/lib/kinds/proof/judging/prepare';
import { namesIn, readSteps } from '@/lib/kinds/proof/reading/read-steps';
import { boundedSolver, OF_MENDING } from '@/lib/kinds/proof/reasoning/budget';
import { languageOf } from '@/lib/kinds/proof/reasoning/language';
import { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import { Theory } from '@/lib/kinds/proof/reasoning/theory';
import type { ProofAnswer, ProofKey, ProofSpec } from './answer';

/**
 * Every line is decided: it follows from what is given and what stands above it, or a counterexample
 * shows that it does not, or it is left to a person. Points are for milestones and the goal.
 */
export async function grade(input: GradeInput<ProofSpec, ProofKey, ProofAnswer>): Promise<Check[]> {
  const { points } = input;
  const { proof, steps, comparison, names } = await judgeProof(input);
  const checks = await assess({
    ...{ proof, points, steps, comparison },
    expandNames: (tree) => names.expandNames(tree),
  });
  const lines = steps.filter(({ outcome }) => !NOT_JUDGED.includes(outcome));
  return [...checks, ...lines.map((line) => lineCheck(line.number, line))];
}

/** What becomes of the lines, before anything is said of points. */
export async function judgeProof({
  spec,
  key,
  answer,
  points,
  seed,
}: GradeInput<ProofSpec, ProofKey, ProofAnswer>) {
  const proof = prepareProof(spec, key, points);
  const { read, vocabulary } = readSteps(answer.steps ?? [], spec);
  const { table, sequences } = vocabulary;
  const language = languageOf(vocabulary, spec);
  const reasoner = new Reasoner(language, sequences, boundedSolver(), seed);
  const comparison = new Comparison(reasoner.bare, new Theory(language, []));
  const goalKey = comparison.keyOf(proof.goal);
  const looked = proof.milestones.flatMap(({ alternatives }) => alternatives.flat());
  const judge = new StepJudge({
    ...{ reasoner, vocabulary, proof },
    mending: new Mending({
      ...{ table, sequences },
      reasoner: () => new Reasoner(language, sequences, boundedSolver(OF_MENDING), seed),
      isLookedFor: (statement) => comparison.saysOneOf(statement, looked),
    }),
    keyOf: (statement) => comparison.keyOf(statement),
    saysGoal: (statement) => goalKey !== null && comparison.keyOf(statement) === goalKey,
  });
  const steps = await judge.all(read);
  const names = new NameExpansion(read.flatMap(namesIn), sequences);
  return { proof, steps, comparison, names };
}

/** Words, names and what is supposed are neither right nor wrong. */
const NOT_JUDGED: readonly Outcome[] = ['passed', 'assumed'];

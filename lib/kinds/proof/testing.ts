import type { GoldenPart } from '@/lib/kinds/contract';
import { type Statement, statementsOf } from '@/lib/kinds/proof/reading/statement';
import { Vocabulary } from '@/lib/kinds/proof/reading/vocabulary';
import { boundedSolver } from '@/lib/kinds/proof/reasoning/budget';
import { languageOf } from '@/lib/kinds/proof/reasoning/language';
import { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import { readClaim } from '@/lib/math/claims/read-claim';
import type { ProofAnswer, ProofStep } from './answer';
import { authoredProof, authoring } from './authoring';
import type { ProofPart } from './golden/case';
import { grade, judgeProof } from './grade';

const MARKS = { right: '+', wrong: '-', review: '?' } as const;

/** For tests: what is said of lines in a proof of a golden part. */
export async function checksOf(
  { part, points }: Pick<GoldenPart<ProofPart, ProofAnswer>, 'part' | 'points'>,
  lines: readonly string[],
) {
  const answer = { steps: lines.map((claim) => ({ claim })) };
  const own = authoring.split(authoredProof.parse(part));
  return grade({ ...own, answer, points, seed: 'test', earlier: {} });
}

/** For tests: what becomes of the lines of a proof. */
export async function judgedSteps(part: ProofPart, steps: readonly ProofStep[]) {
  const own = authoring.split(authoredProof.parse(part));
  const answer = { steps: [...steps] };
  return (await judgeProof({ ...own, answer, points: 2, seed: 'test', earlier: {} })).steps;
}

/** For tests: a mark for each line, + right, - not right, ? for a person, . not judged, and the points in all. */
export async function gradedLines(
  golden: Pick<GoldenPart<ProofPart, ProofAnswer>, 'part' | 'points'>,
  lines: readonly string[],
): Promise<{ marks: string; points: number }> {
  const checks = await checksOf(golden, lines);
  const marks = lines.map((_, index) => {
    const check = checks.find(({ name }) => name === `line ${index + 1}`);
    return check ? MARKS[check.verdict] : '.';
  });
  return { marks: marks.join(''), points: checks.reduce((total, { score }) => total + score, 0) };
}

/** For tests: what is said with some symbols, and whether it follows. */
export function proofsWith(
  symbols: ProofPart['symbols'],
  index?: string,
  random?: string[],
  functions?: ProofPart['functions'],
  matrices?: ProofPart['matrices'],
) {
  const authored = authoredProof.parse({
    symbols,
    ...(functions !== undefined && { functions }),
    ...(matrices !== undefined && { matrices }),
    ...(index !== undefined && { index }),
    ...(random !== undefined && { random }),
    hypotheses: {},
    goal: '0 = 0',
    goal_points: 1,
    milestones: [{ points: 1, claims: ['0 = 0'] }],
  });
  const { spec } = authoring.split(authored);
  const vocabulary = new Vocabulary(spec);
  const { table, sequences } = vocabulary;
  const language = languageOf(vocabulary, spec);
  const statements = (...texts: readonly string[]): Statement[] =>
    texts.flatMap((text) => {
      const claim = readClaim(text, { table });
      if (!claim.ok) throw new Error(`${text}: ${claim.error.message}`);
      return claim.value.chains.flatMap(statementsOf);
    });
  const reasoner = (seed = 'test') => new Reasoner(language, sequences, boundedSolver(), seed);
  return { language, sequences, statements, reasoner };
}

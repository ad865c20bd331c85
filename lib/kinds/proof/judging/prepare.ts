import { isSamePoints } from '@/lib/exam/score';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { readDefinitions } from '@/lib/kinds/fields/read-authored';
import type { ProofKey, ProofSpec } from '@/lib/kinds/proof/answer';
import { type Statement, statementsOf } from '@/lib/kinds/proof/reading/statement';
import { Vocabulary } from '@/lib/kinds/proof/reading/vocabulary';
import { languageOf } from '@/lib/kinds/proof/reasoning/language';
import { Theory, workable } from '@/lib/kinds/proof/reasoning/theory';
import { readClaim } from '@/lib/math/claims/read-claim';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';

export interface Milestone {
  points: number;
  /** Any one of them meets the milestone; each may consist of several statements. */
  alternatives: readonly (readonly Statement[])[];
}

export interface PreparedProof {
  hypotheses: readonly Statement[];
  /** The same in the author's symbols, in the same order. */
  writtenHypotheses: readonly Statement[];
  goal: Statement;
  goalPoints: number;
  milestones: readonly Milestone[];
  /** An expression without the symbols that the author defines. */
  unfold: (tree: Tree) => Tree;
}

/** Reads a part's key; throws `BrokenKeyError` where the author's claims cannot be read or used. */
export function prepareProof(spec: ProofSpec, key: ProofKey, points: number): PreparedProof {
  const vocabulary = new Vocabulary(spec);
  const { table } = vocabulary;
  const definitions = readDefinitions(key.definitions, table);
  const unfold = (tree: Tree): Tree => {
    const visit = (part: Tree): Tree =>
      substitute(part, (id) => {
        const definition = definitions.get(id);
        return definition ? visit(definition) : null;
      });
    return visit(tree);
  };
  const written = (what: string, text: string): Statement[] => {
    const claim = readClaim(text, { table });
    if (!claim.ok) throw new BrokenKeyError(`${what} "${text}": ${claim.error.message}`);
    const stated = claim.value.chains.flatMap((chain) => statementsOf(chain));
    if (stated.some(({ ofLimits }) => ofLimits))
      throw new BrokenKeyError(`${what} "${text}" compares limits; write a → b`);
    if (claim.value.supposed.length > 0 || claim.value.antecedents > 0 || claim.value.words !== '')
      throw new BrokenKeyError(`${what} "${text}" says more than a claim; write relations only`);
    if (stated.length === 0) throw new BrokenKeyError(`${what} "${text}" claims nothing`);
    return stated;
  };
  const statements = (what: string, text: string): Statement[] =>
    written(what, text).map((statement) => unfoldedStatement(statement, unfold));
  const writtenHypotheses = spec.hypotheses.flatMap(({ name, claim }) =>
    written(`hypothesis ${name}`, claim),
  );
  const hypotheses = writtenHypotheses.map((each) => unfoldedStatement(each, unfold));
  const [goal, ...more] = statements('the goal', key.goal);
  if (!goal || more.length > 0) throw new BrokenKeyError('the goal is one statement');
  if (!workable(() => new Theory(languageOf(vocabulary, spec), hypotheses, goal)))
    throw new BrokenKeyError(
      'the hypotheses or the goal are beyond what proofs are worked out with',
    );
  const sum = key.milestones.reduce((total, milestone) => total + milestone.points, key.goalPoints);
  if (!isSamePoints(sum, points))
    throw new BrokenKeyError(`milestones and goal sum to ${sum}, the part has ${points}`);
  return {
    hypotheses,
    writtenHypotheses,
    goal,
    goalPoints: key.goalPoints,
    milestones: key.milestones.map((milestone) => ({
      points: milestone.points,
      alternatives: milestone.claims.map((claim) => statements('milestone', claim)),
    })),
    unfold,
  };
}

export function unfoldedStatement(statement: Statement, unfold: (tree: Tree) => Tree): Statement {
  return { ...statement, left: unfold(statement.left), right: unfold(statement.right) };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProofStep } from '@/lib/kinds/proof/answer';
import type { ProofPart } from '@/lib/kinds/proof/golden/case';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { judgedSteps } from '@/lib/kinds/proof/testing';
import { type Random, randomFrom } from '@/lib/math/core/random';
import type { Tree } from '@/lib/math/core/tree';

/**
 * Random proofs with suppositions, conditions, cases and levels, of which most lines are false: what is
 * known for good afterwards, and what a slip is said to hold with, is tried at random numbers that
 * satisfy the hypotheses. The numbers are worked out by this file alone.
 */

const PROOFS = 120;
const POINTS = 60;
const SLACK = 1e-9;

const NAMES = ['x', 'y', 'z'] as const;
type Values = Record<string, number>;

const part: ProofPart = {
  symbols: { x: { latex: 'x' }, y: { latex: 'y' }, z: { latex: 'z' } },
  hypotheses: { first: 'x \\le y', second: 'y < z', third: 'x + z \\ge 0' },
  goal: 'z > 0',
  goal_points: 1,
  milestones: [{ points: 1, claims: ['2 z > 0'] }],
};

/** Numbers for which the hypotheses hold. */
function drawn(random: Random): Values {
  const whole = () => Math.floor(random() * 9) - 4;
  const [x, up, more] = [whole(), Math.floor(random() * 4), Math.floor(random() * 4)];
  const y = x + up;
  const z = Math.max(y + 1 + more, -x);
  return { x, y, z };
}

function numberAt(tree: Tree, values: Values): number {
  switch (tree.kind) {
    case 'number':
      return Number(tree.text);
    case 'symbol':
      return values[tree.id] ?? Number.NaN;
    case 'negate':
      return -numberAt(tree.operand, values);
    case 'add':
      return numberAt(tree.left, values) + numberAt(tree.right, values);
    case 'subtract':
      return numberAt(tree.left, values) - numberAt(tree.right, values);
    case 'multiply':
    case 'dot':
      return numberAt(tree.left, values) * numberAt(tree.right, values);
    case 'divide':
      return numberAt(tree.left, values) / numberAt(tree.right, values);
    default:
      throw new Error(`no value for ${tree.kind}`);
  }
}

function holds({ operator, left, right }: Statement, values: Values): boolean {
  const gap = numberAt(left, values) - numberAt(right, values);
  switch (operator) {
    case '=':
      return Math.abs(gap) < SLACK;
    case '!=':
      return Math.abs(gap) > SLACK;
    case '<':
      return gap < -SLACK;
    case '<=':
      return gap < SLACK;
    case '>':
      return gap > SLACK;
    case '>=':
      return gap > -SLACK;
    default:
      throw new Error(`no truth of ${operator}`);
  }
}

const side = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.integer({ min: -2, max: 2 }))
  .chain(([a, b, factor]) =>
    fc.constantFrom(a, `${a} + ${b}`, `${a} - ${b}`, `2 ${a}`, `${a} + ${Math.abs(factor)}`, '0'),
  );
const claim = fc
  .tuple(side, side, fc.constantFrom('\\le', '<', '=', '\\ge', '>', '\\ne'))
  .map(([left, right, sign]) => `${left} ${sign} ${right}`);

const line = fc.oneof(
  { weight: 4, arbitrary: claim },
  { weight: 2, arbitrary: claim.map((each) => `\\text{Suppose } ${each}`) },
  { weight: 2, arbitrary: claim.map((each) => `\\text{Case } ${each}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(claim, claim).map(([a, b]) => `\\text{if } ${a} \\text{ then } ${b}`),
  },
  { weight: 1, arbitrary: fc.tuple(claim, claim).map(([a, b]) => `${a} \\Rightarrow ${b}`) },
  { weight: 1, arbitrary: claim.map((each) => `${each} \\text{, a contradiction}`) },
  { weight: 1, arbitrary: fc.tuple(claim, side).map(([a, b]) => `${a} \\le ${b}`) },
);

/** Two cases that say the same, and a supposition that is led somewhere, as proofs do. */
const shaped = fc
  .tuple(claim, claim, claim)
  .chain(([a, b, c]) =>
    fc.constantFrom(
      [`\\text{Case } ${a}`, c, `\\text{Case } ${b}`, c, c],
      [`\\text{Case } ${a}. \\text{ Then } ${c}`, `\\text{Case } ${b}. \\text{ Then } ${c}`, c],
      [`\\text{Suppose } ${a}`, b, `${c} \\text{, a contradiction}`, c],
      [`\\text{Suppose } ${a}`, a.replace(/\\\\le|</, '>'), b],
    ),
  );

/** Cases that leave some out, or nothing. */
const distinguished = fc
  .tuple(fc.constantFrom(...NAMES), fc.integer({ min: 0, max: 3 }), fc.boolean())
  .map(([name, least, isWhole]) => [
    `\\text{Case } ${name} > ${least + 1}`,
    `${name} > ${least}`,
    isWhole ? `\\text{Case } ${name} \\le ${least + 1}` : `\\text{Case } ${name} > ${least + 2}`,
    `${name} > ${least}`,
    `${name} > ${least}`,
  ]);

const proof: fc.Arbitrary<ProofStep[]> = fc.oneof(
  distinguished.map((lines) => lines.map((each): ProofStep => ({ claim: each }))),
  shaped.map((lines) => lines.map((each): ProofStep => ({ claim: each }))),
  fc.array(
    line.map((each): ProofStep => ({ claim: each })),
    { minLength: 2, maxLength: 7 },
  ),
  fc.array(
    fc
      .tuple(line, fc.integer({ min: 0, max: 2 }))
      .map(([each, level]): ProofStep => ({ claim: each, level })),
    { minLength: 2, maxLength: 7 },
  ),
);

describe('what is known at the end of a proof', () => {
  it('holds wherever the hypotheses do, and so does what a slip is said to hold with', async () => {
    const random = randomFrom('soundness of judging');
    const points = Array.from({ length: POINTS }, () => drawn(random));
    await fc.assert(
      fc.asyncProperty(proof, async (steps) => {
        for (const { number, established, slips } of await judgedSteps(part, steps)) {
          const mended = slips.flatMap((slip) => slip.mended.map(({ statement }) => statement));
          for (const statement of [...established.proved, ...mended])
            for (const values of points)
              expect([number, statement, values, holds(statement, values)]).toEqual([
                ...[number, statement, values, true],
              ]);
        }
      }),
      { numRuns: PROOFS, seed: 20261127 },
    );
  }, 240_000);
});

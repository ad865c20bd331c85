import { describe, expect, it } from 'vitest';
import type { ProofPart } from '@/lib/kinds/proof/golden/case';
import { momentum } from '@/lib/kinds/proof/golden/momentum';
import { triplet } from '@/lib/kinds/proof/golden/triplet';
import { checksOf, gradedLines } from '@/lib/kinds/proof/testing';

const suppose = (claim: string) => `\\text{Suppose } ${claim}`;
const marks = async (golden: typeof momentum, lines: readonly string[]) =>
  (await gradedLines(golden, lines)).marks;

describe('a supposition of a limit', () => {
  it.each([
    ['another limit of what the goal is about', '\\|g(x_t)\\| \\to 1', '.'],
    ['a limit of something else', '\\|x_t\\| \\to 1', '-'],
    ['no limit, though it is about the same', '\\|g(x_t)\\| = 1', '-'],
  ])('that says %s: %s', async (_, claim, mark) => {
    expect(await marks(momentum, [suppose(claim)])).toBe(mark);
  });

  it('is no step of a proof whose goal is not a limit', async () => {
    const part: ProofPart = {
      symbols: { x: { latex: 'x_t', shape: ['n', 1] } },
      index: 't',
      hypotheses: { bound: '\\|x_t\\| \\le 1' },
      goal: '\\|x_t\\| < 2',
      goal_points: 1,
      milestones: [{ points: 1, claims: ['\\|x_t\\| < 1.5'] }],
    };
    const graded = await gradedLines({ part, points: 2 }, [suppose('\\|x_t\\| \\to 0')]);
    expect(graded.marks).toBe('-');
  });
});

describe('a slip of the pen', () => {
  const messages = async (golden: typeof momentum, ...lines: readonly string[]) =>
    (await checksOf(golden, lines)).flatMap(({ name, message }) =>
      name.startsWith('line') ? [message] : [],
    );
  const gap = '\\|f_a - f_p\\|^2 - \\|f_a - f_n\\|^2';

  it.each([
    ['a sign', momentum, '\\varepsilon g(x_t) = \\mu(x_t - x_{t-1}) + (x_{t+1} - x_t)', 'sign'],
    ['a factor', momentum, 'g(x_t) = \\mu(x_t - x_{t-1}) - (x_{t+1} - x_t)', 'factor'],
    ['strictness', triplet, `${gap} + \\alpha < 0`, 'relation'],
    ['= for ≤', triplet, `${gap} + \\alpha = 0`, 'relation'],
    ['the direction', triplet, `${gap} + \\alpha \\ge 0`, 'relation'],
    ['squares', triplet, '\\|f_a - f_p\\| + \\alpha \\le \\|f_a - f_n\\|', 'power'],
  ])('is named with what mends it: %s', async (_, golden, line, what) => {
    const [message] = await messages(golden, line);
    expect(message).toMatch(new RegExp(`does not follow\\..* It holds with another ${what}: `));
  });

  it('is carried on without further cost, where the same change mends what follows', async () => {
    const lines = [
      'g(x_t) = \\mu(x_t - x_{t-1}) - (x_{t+1} - x_t)',
      '\\|g(x_t)\\| \\le \\mu\\|x_t - x_{t-1}\\| + \\|x_{t+1} - x_t\\|',
      '\\|g(x_t)\\| \\to 0',
    ];
    expect((await messages(momentum, ...lines))[1]).toContain('slip of line 1');
    expect(await gradedLines(momentum, lines)).toEqual({ marks: '--+', points: 2.25 });
  });

  it('explains no other line: from what is false everything follows', async () => {
    const lines = ['\\|f_a\\| = 1', '\\|f_a\\|^2 = 1'];
    expect((await messages(triplet, ...lines))[1]).toContain('This does not follow. With');
  });

  it('counts for each link of a chain, as if it stood in a line of its own', async () => {
    const chain = await gradedLines(triplet, [`${gap} = -\\alpha < -2\\alpha`]);
    const lines = await gradedLines(triplet, [`${gap} = -\\alpha`, '-\\alpha < -2\\alpha']);
    expect(chain.points).toBe(lines.points);
  });
});

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

describe('what follows from a line that does not hold', () => {
  const false_ = ['\\|f_a\\| = 1', '\\|f_p\\| = 2', '\\|f_n\\| = 3', '\\alpha = 1', '\\alpha = 2'];
  const said = async (before: number) => {
    const lines = [...false_.slice(0, before), '\\|f_a\\|^2 = 1'];
    const checks = await checksOf(triplet, lines);
    return checks.find(({ name }) => name === `line ${before + 1}`)?.message ?? '';
  };

  it.each([1, 2, 3, 4])('is named with the line where that is %i lines above', async (before) => {
    expect(await said(before)).toContain('This follows from line 1, which does not hold');
  });

  it('is not looked for further up', async () => {
    expect(await said(5)).toContain('This does not follow. With');
  });
});

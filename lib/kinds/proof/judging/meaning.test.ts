import { describe, expect, it } from 'vitest';
import type { ProofPart } from '@/lib/kinds/proof/golden/case';
import { gradedLines } from '@/lib/kinds/proof/testing';

/** Of what may have no value nothing is known, not even that it has one. */
const part: ProofPart = {
  symbols: { x: { latex: 'x' }, y: { latex: 'y' } },
  hypotheses: { given: 'y \\ge 1' },
  goal: 'y^2 + x^2 \\ge 1',
  goal_points: 1,
  milestones: [{ points: 1, claims: ['y^2 \\ge 1'] }],
};

const marks = async (...lines: string[]) => (await gradedLines({ part, points: 2 }, lines)).marks;

describe('a line without a value', () => {
  it('says nothing over its ends either', async () => {
    expect(await marks('x \\cdot \\frac{1}{x} = 1 \\le 2', 'x \\ne 0')).toBe('--');
    expect(await marks('\\ln x \\le x \\le x + 1', 'x > 0')).toBe('--');
  });

  it('is not known to be false where its supposition is led to a contradiction', async () => {
    expect(
      await marks(
        '\\text{Suppose } \\frac{1}{x} > y + \\frac{1}{x}',
        'y < 0, \\text{ a contradiction}',
        'x \\ne 0',
      ),
    ).toBe('.+-');
    expect(
      await marks(
        '\\text{Suppose } \\ln x > y + \\ln x',
        'y < 0, \\text{ a contradiction}',
        'x > 0',
      ),
    ).toBe('.+-');
  });
});

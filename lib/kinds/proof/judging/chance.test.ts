import { describe, expect, it } from 'vitest';
import type { ProofPart } from '@/lib/kinds/proof/golden/case';
import { gradedLines } from '@/lib/kinds/proof/testing';

/** What is supposed of a random variable is so of one outcome, and says nothing of its mean. */
const part: ProofPart = {
  symbols: { X: { latex: 'X' }, Y: { latex: 'Y' }, a: { latex: 'a', domain: '(0, inf)' } },
  random: ['X', 'Y'],
  hypotheses: { mean: '\\mathbb{E}[X] \\le a', sign: 'Y \\ge 0' },
  goal: '\\mathbb{E}[X] \\le a + \\mathbb{E}[Y]',
  goal_points: 1,
  milestones: [{ points: 1, claims: ['\\mathbb{E}[Y] \\ge 0'] }],
};

const marks = async (...lines: string[]) => (await gradedLines({ part, points: 2 }, lines)).marks;

describe('what is supposed of chance', () => {
  it('is no contradiction to what is known of the mean', async () => {
    const said = await marks(
      '\\text{Suppose } X > a',
      '\\mathbb{E}[X] > a, \\text{ a contradiction}',
      'X \\le a',
    );
    expect(said[1]).not.toBe('+');
    expect(said[2]).toBe('-');
  });

  it('is a case, and no reason for the mean', async () => {
    const said = await marks('\\text{Case } X \\ge 0', '\\mathbb{E}[X] \\ge 0');
    expect(said[1]).not.toBe('+');
  });

  it('is not what is given', async () => {
    expect(await marks('\\mathbb{E}[Y] \\ge 0', '\\mathbb{E}[X] \\le a + \\mathbb{E}[Y]')).toBe(
      '++',
    );
  });

  it('may be a name, which is random too', async () => {
    expect(await marks('D = X - \\mathbb{E}[X]', '\\mathbb{E}[D] = 0', 'D = 0')).toBe('.+-');
  });
});

/** Where moments are counted, what is supposed is so of one of them. */
const counted: ProofPart = {
  index: 't',
  symbols: { a: { latex: 'a_t' }, a0: { latex: 'a_0' } },
  hypotheses: { start: 'a_0 = 0', step: 'a_{t+1} = a_t + 1' },
  goal: 'a_t \\ge 0',
  goal_points: 1,
  milestones: [{ points: 1, claims: ['a_t = t'] }],
};

describe('what is supposed of a moment', () => {
  const marked = async (...lines: string[]) =>
    (await gradedLines({ part: counted, points: 2 }, lines)).marks;

  it('is not so of the first one', async () => {
    const said = await marked(
      '\\text{Suppose } a_t > 1',
      'a_0 > 1, \\text{ a contradiction}',
      'a_t \\le 1',
    );
    expect(said[1]).not.toBe('+');
    expect(said[2]).toBe('-');
  });

  it('is led to a contradiction there', async () => {
    expect(
      await marked('\\text{Suppose } a_t < 0', 't < 0, \\text{ a contradiction}', 'a_t \\ge 0'),
    ).toBe('.++');
  });
});

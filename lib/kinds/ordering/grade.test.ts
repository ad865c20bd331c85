import { describe, expect, it } from 'vitest';
import type { OrderingKey } from './answer';
import { grade } from './grade';

const spec = {
  items: [
    { id: 'p', text: 'Backward pass' },
    { id: 's', text: 'Forward pass' },
    { id: 't', text: 'Draw a batch' },
    { id: 'z', text: 'Zero the gradients' },
  ],
};
/** The gradients may be set to zero before or after the forward pass. */
const groups = [['t'], ['s', 'z'], ['p']];

function checkOf(order: string, credit: OrderingKey['credit'] = 'run') {
  const answer = { order: [...order] };
  const [check] = grade({
    spec,
    key: { groups, credit },
    answer,
    points: 3,
    seed: 's',
    earlier: {},
  });
  return check;
}

describe('a right order', () => {
  it.each(['tszp', 'tzsp'])('has all points whatever the credit, with no witness: %s', (order) => {
    for (const credit of ['run', 'pairs', 'none'] as const) {
      const check = checkOf(order, credit);
      expect(check).toMatchObject({ name: 'order', verdict: 'right', score: 3, points: 3 });
      expect(check?.message).toContain('in its place');
      expect(check).not.toHaveProperty('witness');
    }
  });

  it('is told to staff beside the one that was asked for, with what may change places', () => {
    expect(checkOf('tzsp')?.evidence).toContain('t, z, s, p; right is t, s = z, p.');
  });
});

describe('a wrong order', () => {
  it('names the first neighbours that stand the wrong way round, by their texts', () => {
    const check = checkOf('stpz');
    expect(check).toMatchObject({ name: 'order', verdict: 'wrong', points: 3 });
    expect(check?.witness).toEqual({
      summary: '“Draw a batch” comes before “Forward pass”.',
      data: { before: 't', after: 's' },
    });
    expect(check?.message).toContain(check?.witness?.summary);
  });

  it('says what is right in a row, from its first item to its last', () => {
    // The first batch is drawn too late: the rest is right.
    const check = checkOf('szpt');
    expect(check?.message).toMatch(
      /^Right in a row: 3 of 4, from “Forward pass” to “Backward pass”\./,
    );
    expect(check?.message).toMatch(
      /Not in its place: “Draw a batch” comes before “Backward pass”\.$/,
    );
  });

  it('calls a single item no row, and two one', () => {
    expect(checkOf('stpz')?.message).toMatch(/^Not in its place/);
    expect(checkOf('pszt')?.message).toMatch(/^Right in a row: 2 of 4/);
  });

  it.each([
    // Two steps of three lie in the row; of five pairs two are right and three are not.
    ['run', 2],
    ['pairs', 0],
    ['none', 0],
  ] as const)('earns by %s what the author gives: %d of 3', (credit, score) => {
    const check = checkOf('szpt', credit);
    expect(check?.score).toBe(score);
    expect(check?.evidence).toContain(`share ${(score / 3).toFixed(3)} by ${credit}`);
    expect(check?.evidence).toContain('run 3');
  });

  it('earns by pairs the right ones less the wrong ones, over all that matter', () => {
    expect(checkOf('tspz', 'pairs')?.score).toBeCloseTo((3 * (4 - 1)) / 5);
  });
});

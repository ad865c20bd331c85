import { describe, expect, it } from 'vitest';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { authoring } from './authoring';
import { grade } from './grade';

type Authored = Parameters<typeof authoring.authored.parse>[0];

/** The mean of a quadratic; the exchanged name stands for another mean. */
const mean = {
  symbols: {
    lambda: { latex: '\\lambda', domain: '(0, inf)' },
    mu: { latex: '\\mu', domain: '(0, inf)' },
  },
  quantity: 'Q',
  left_sides: ['Q(\\lambda, \\mu)'],
  problem: '\\int_0^1 (\\lambda t + \\mu)\\,dt',
  result: '\\frac{\\lambda}{2} + \\mu',
  shares: { setup: 1, steps: 2, result: 1 },
  follow_on: 0.5,
  misconceptions: [
    {
      expression: '\\int_0^1 (\\lambda t - \\mu)\\,dt',
      message: 'The sign of the shift is lost.',
      setup: 0.25,
      result: 0.75,
    },
  ],
};
const stated = '\\int_0^1 (\\lambda t + \\mu)\\,dt';
const split = '\\lambda\\int_0^1 t\\,dt + \\mu';
const result = '\\frac{\\lambda}{2} + \\mu';

/** Algebra, where any equal expression states the problem. */
const square = {
  symbols: { x: { latex: 'x' } },
  quantity: 'A',
  problem: '(x+1)^2 - (x-1)^2',
  result: '4x',
  shares: { setup: 1, steps: 2, result: 1 },
};

function checksOf(lines: readonly string[], part: Authored = mean, points = 4) {
  const { spec, key } = authoring.split(authoring.authored.parse(part));
  const answer = { lines: [...lines] };
  const checks = grade({ spec, key, answer, points, seed: 's', earlier: {} });
  return Object.fromEntries(checks.map((check) => [check.name, check]));
}

describe('a right derivation', () => {
  const checks = checksOf([stated, split, result]);

  it('has all points of its three aspects, and a check without points beside each line', () => {
    expect(
      Object.entries(checks).map(([name, { score, points }]) => [name, score, points]),
    ).toEqual([
      ['set-up', 1, 1],
      ['steps', 2, 2],
      ['result', 1, 1],
      ['line 1', 0, 0],
      ['line 2', 0, 0],
      ['line 3', 0, 0],
    ]);
    for (const check of Object.values(checks)) {
      expect(check.verdict).toBe('right');
      expect(check.witness).toBeUndefined();
    }
    expect(checks['line 2']?.beside).toBe(true);
  });

  it('is told so, aspect by aspect', () => {
    expect(checks['set-up']?.message).toBe('Line 1 states $Q$ rightly.');
    expect(checks['set-up']?.evidence).toContain('equal to the problem');
    expect(checks.steps?.message).toBe('All 2 steps are right.');
    expect(checks.steps?.evidence).toBe('2 of 2 steps are right.');
    expect(checks.result?.message).toBe('The result in line 3 is right.');
    expect(checks.result?.evidence).toContain('Equal to the reference');
  });

  it('may have one step', () => {
    expect(checksOf([stated, result]).steps).toMatchObject({
      verdict: 'right',
      score: 2,
      message: 'The step is right.',
    });
  });
});

describe('the set-up', () => {
  const setupOf = (...lines: string[]) => checksOf(lines)['set-up'];

  it('is missing where the derivation begins with a closed form', () => {
    const setup = setupOf(result);
    expect(setup).toMatchObject({ verdict: 'wrong', score: 0, points: 1 });
    expect(setup?.message).toMatch(/No line states what \$Q\$ is .* closed form in line 1/);
    expect(setup?.witness?.summary).toBe(setup?.message);
  });

  it('is missing where nothing was written but blanks', () => {
    expect(setupOf(' ', '')?.message).toBe('No line states what $Q$ is.');
  });

  it('is none where the result stands in it already', () => {
    const setup = setupOf('\\int_0^1 (\\frac{\\lambda}{2} + \\mu) 2 t\\,dt', result);
    expect(setup).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(setup?.message).toMatch(/^Line 1 has the result in it already/);
  });

  it('earns half under a name in which symbols are exchanged', () => {
    const setup = setupOf(`Q(\\mu, \\lambda) = ${stated}`, result);
    expect(setup).toMatchObject({ verdict: 'wrong', score: 0.5 });
    expect(setup?.message).toMatch(/^Line 1 is \$Q\$, but is called \$Q\(\\mu, \\lambda\)\$/);
    expect(setupOf(`Q(\\lambda, \\mu) = ${stated}`, result)?.score).toBe(1);
  });

  it('names two symbols that are exchanged in it', () => {
    const setup = setupOf('\\int_0^1 (\\mu t + \\lambda)\\,dt');
    expect(setup).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(setup?.message).toMatch(/with \$\\lambda\$ and \$\\mu\$ exchanged/);
    expect(setup?.witness?.summary).toMatch(/^At \$/);
  });

  it('with a misconception earns its credit, with the values that differ', () => {
    const setup = setupOf('\\int_0^1 (\\lambda t - \\mu)\\,dt');
    expect(setup).toMatchObject({ verdict: 'wrong', score: 0.25 });
    expect(setup?.message).toBe('The sign of the shift is lost.');
    expect(setup?.witness?.summary).toMatch(/^At \$.*line 1 is/);
  });

  it('that is something else is told how it differs', () => {
    const setup = setupOf('\\int_0^1 (\\lambda t^2 + \\mu)\\,dt');
    expect(setup).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(setup?.message).toMatch(/^Line 1 does not state \$Q\$\. Line 1 is not equal to/);
    expect(setup?.witness?.summary).toMatch(/^At \$.*line 1 is/);
  });

  it('of algebra is any equal expression', () => {
    expect(checksOf(['x^2+2x+1-(x-1)^2', '4x'], square)['set-up']?.score).toBe(1);
  });
});

describe('the steps', () => {
  const stepsOf = (...lines: string[]) => checksOf(lines).steps;

  it('are none where the result stands alone, or nothing follows the first line', () => {
    expect(stepsOf(result)).toMatchObject({ verdict: 'wrong', score: 0, points: 2 });
    expect(stepsOf(result)?.message).toContain('the result stands alone');
    expect(stepsOf(stated)).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(stepsOf(stated)?.message).toContain('Nothing is derived yet');
  });

  it('earn nothing where they do not begin with what is to be derived', () => {
    const steps = stepsOf(
      result,
      '\\mu(1 + \\frac{\\lambda}{2\\mu})',
      '\\mu + \\frac{\\lambda}{2}',
    );
    expect(steps).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(steps?.message).toContain('do not begin with what is to be derived');
  });

  it('tell the first that is wrong, after what is right, and earn the share of the others', () => {
    const steps = stepsOf(
      stated,
      split,
      '\\frac{\\lambda}{3} + \\mu',
      '\\mu(1 + \\frac{\\lambda}{3\\mu})',
    );
    expect(steps).toMatchObject({ verdict: 'wrong', evidence: '2 of 3 steps are right.' });
    expect(steps?.score).toBeCloseTo(2 * (2 / 3));
    expect(steps?.message).toMatch(/^2 of 3 steps are right\. Line 3 is not equal to line 2/);
    expect(steps?.message).not.toContain('more)');
    expect(steps?.witness?.summary).toMatch(/line 2 is \$.*line 3 is \$/);
  });

  it('count the others that are wrong, each of which costs a quarter at least', () => {
    const wrong = ['\\frac{\\lambda}{3} + \\mu', '\\frac{\\lambda}{4} + \\mu'];
    const steps = stepsOf(stated, ...wrong, '\\mu(1 + \\frac{\\lambda}{4\\mu})');
    expect(steps?.score).toBeCloseTo(2 * (1 / 3));
    expect(steps?.message).toMatch(/^1 of 3 steps .* Line 2 is not .*\(and 1 more\)$/);
    // However many right lines stand around two slips, they cost half.
    const forms = [
      '\\mu(1 + \\frac{\\lambda}{4\\mu})',
      '\\lambda(\\frac14 + \\frac{\\mu}{\\lambda})',
    ];
    const many = [...forms, ...forms, ...forms, ...forms];
    expect(stepsOf(stated, ...wrong, ...many)?.score).toBeCloseTo(1);
  });

  it('say nothing of right steps where there are none', () => {
    expect(stepsOf(stated, '\\frac{\\lambda}{3} + \\mu')?.message).toMatch(/^Line 2 is not equal/);
  });

  it('begin at the first line that states the problem rightly', () => {
    const checks = checksOf(['\\int_0^1 (\\lambda t^2 + \\mu)\\,dt', stated, split, result]);
    expect(checks['set-up']?.score).toBe(0);
    expect(checks.steps).toMatchObject({ verdict: 'right', score: 2 });
    expect(checks.steps?.message).toBe('All 2 steps are right.');
  });

  it('earn half where they do not arrive', () => {
    const steps = stepsOf(stated, split);
    expect(steps).toMatchObject({ verdict: 'wrong', score: 1 });
    expect(steps?.message).toContain('they do not arrive yet');
    expect(steps?.evidence).toBe('1 of 1 steps are right.');
  });

  it('earn follow-on credit where they are right given a wrong first line', () => {
    const steps = stepsOf('\\int_0^1 (\\lambda t^2 + \\mu)\\,dt', '\\frac{\\lambda}{3} + \\mu');
    expect(steps).toMatchObject({ verdict: 'wrong', score: 1 });
    expect(steps?.message).toMatch(/right given the first line, which is not/);
    expect(steps?.witness?.summary).toMatch(/line 1 is/);
  });

  it('earn nothing where they do not follow from a wrong first line, though they are right', () => {
    const steps = stepsOf('\\int_0^1 (\\lambda t^2 + \\mu)\\,dt', result);
    expect(steps).toMatchObject({
      verdict: 'wrong',
      score: 0,
      evidence: '0 of 1 steps are right.',
    });
    expect(steps?.message).toContain('do not follow from it');
    expect(steps?.witness?.summary).toMatch(/line 1 is/);
  });

  it('that cannot be told are left to a person, with what is certain already', () => {
    const open = '\\frac{2}{\\pi}(\\frac{\\lambda}{2} + \\mu)\\int_0^\\infty \\frac{\\sin x}{x}dx';
    const other = '\\mu(1 + \\frac{\\lambda}{2\\mu})';
    const steps = stepsOf(stated, open, result, other, result);
    // One of them is open, which may turn out to be wrong and would cost a quarter.
    expect(steps).toMatchObject({ verdict: 'review', score: 1.5, points: 2 });
    expect(steps?.message).toMatch(/^Line 2 needs a person’s eye/);
    expect(steps?.witness).toBeUndefined();
  });
});

describe('the result', () => {
  const resultOf = (...lines: string[]) => checksOf(lines).result;

  it('earns its share without a derivation, and is told that there is none', () => {
    expect(resultOf(result)).toMatchObject({ verdict: 'right', score: 1 });
    expect(resultOf(result)?.message).toMatch(/line 1 is right\. .* without a derivation/);
  });

  it('is missing where nothing was written but blanks', () => {
    expect(resultOf(' ')?.message).toBe('There is no result for $Q$.');
  });

  it('is none where an integral is left standing', () => {
    expect(resultOf(stated, split)).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(resultOf(stated, split)?.message).toMatch(
      /^Line 2 is no closed form: \$\\int.*worked out/,
    );
  });

  it('that is a misconception earns its credit, with both values', () => {
    const check = resultOf(stated, '\\frac{\\lambda}{2} - \\mu');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0.75 });
    expect(check?.message).toBe('The sign of the shift is lost.');
    expect(check?.witness?.summary).toMatch(/^At \$.*: your result is \$.*\$, expected \$.*\$\.$/);
  });

  it('that is right given a slip earns follow-on credit, and names the line of the slip', () => {
    const check = resultOf(stated, '\\frac{\\lambda}{3} + \\mu', '\\mu + \\frac{\\lambda}{3}');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0.5 });
    expect(check?.message).toMatch(/line 3 is right given line 2, which is not/);
    const chain = `${stated} = \\frac{\\lambda}{3} + \\mu = \\mu + \\frac{\\lambda}{3}`;
    expect(resultOf(chain)?.message).toContain('right given the step before it');
  });

  it('that goes on from a slip, of which nothing was derived, earns nothing', () => {
    const check = resultOf('\\frac{\\lambda}{3} + \\mu', '\\mu + \\frac{\\lambda}{3}');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.message).toMatch(/^The result in line 2 is not right/);
  });

  it('that is wrong where the slip is its own earns nothing, and is told how it differs', () => {
    const check = resultOf(stated, '\\frac{\\lambda}{2} + \\mu + 3');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.message).toMatch(/^The result in line 2 is not right\. .*constant \$3\$/);
    expect(check?.witness?.summary).toMatch(/your result is/);
  });
});

it('refuses a key whose shares are not what the part is worth', () => {
  expect(() => checksOf([stated], mean, 5)).toThrow(BrokenKeyError);
});

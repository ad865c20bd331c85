import { describe, expect, it } from 'vitest';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { authoring } from './authoring';
import { grade } from './grade';

/** The cheapest plan computes b = B u, which is q, and then A b: 100 multiply-adds each. */
const { spec, key } = authoring.split(
  authoring.authored.parse({
    symbols: {
      A: { latex: 'A', shape: ['n', 'n'] },
      B: { latex: 'B', shape: ['n', 'n'] },
      u: { latex: 'u', shape: ['n', 1] },
    },
    outputs: {
      p: { label: 'p', reference: 'A B u' },
      q: { label: 'q', reference: 'B u' },
    },
    sizes: { n: 10 },
    shares: { outputs: 2, order: 1, reuse: 1 },
  }),
);

function checksOf(steps: readonly string[], points = 4) {
  const answer = { steps: [...steps] };
  const checks = grade({ spec, key, answer, points, seed: 's', earlier: {} });
  return Object.fromEntries(checks.map((check) => [check.name, check]));
}

/** Lines that take longer to run than any plan would, for an output of the right shape. */
const TOO_LONG = [
  't_{0} = u^T u',
  ...Array.from({ length: 35 }, (_, k) => `t_{${k + 1}} =${` t_{${k}}`.repeat(29)}`),
  'q = t_{35} B u',
];

describe('a plan that cannot be better', () => {
  const checks = checksOf(['q = B u', 'p = A q']);

  it('has all points, shared among the outputs, with no witness', () => {
    expect(Object.keys(checks)).toEqual(['p', 'q', 'order', 'reuse']);
    for (const check of Object.values(checks)) {
      expect(check).toMatchObject({ verdict: 'right', score: 1, points: 1 });
      expect(check.witness).toBeUndefined();
    }
  });

  it('is praised: for each output with its line, for its order, and for computing nothing twice', () => {
    expect(checks.p?.message).toBe('$p$ is right: line 2 computes it.');
    expect(checks.q?.message).toContain('line 1');
    expect(checks.order?.message).toContain('no plan needs fewer');
    expect(checks.reuse?.message).toContain('Nothing is computed twice');
    expect(checks.order?.evidence).toBe('200 multiply-adds; 200 suffice.');
  });

  it('may compute an output transposed, and is told so', () => {
    const turned = checksOf(['q = u^T B^T', 'p = q A^T']);
    expect(turned.p).toMatchObject({ verdict: 'right', score: 1 });
    expect(turned.p?.message).toContain('transposed to the reference');
  });
});

describe('a plan that costs too much', () => {
  it('earns nothing for its order where a product is out of order, which is shown with its cost', () => {
    const { order, reuse } = checksOf(['M = A B', 'p = M u', 'q = B u']);
    expect(order).toMatchObject({ verdict: 'wrong', score: 0, points: 1 });
    expect(order?.message).toMatch(/^Line 1, \$A B\$, is a matrix–matrix product: 1.000 /);
    expect(order?.witness).toEqual({ summary: order?.message, data: { cost: 1200, optimum: 200 } });
    expect(order?.evidence).toMatch(/^1.200 multiply-adds; 200 suffice/);
    expect(reuse).toMatchObject({ verdict: 'right', score: 1 });
  });

  it('earns nothing for reuse where a product is computed twice, and everything else', () => {
    const { p, q, order, reuse } = checksOf(['p = A (B u)', 'q = B u']);
    expect(reuse).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(reuse?.message).toMatch(
      /\$B u\$ is computed in line 1 and again in line 2: 100 .* twice/,
    );
    expect(reuse?.witness?.data).toEqual({ cost: 300, optimum: 200 });
    for (const check of [p, q, order]) expect(check).toMatchObject({ verdict: 'right', score: 1 });
  });
});

describe('an output', () => {
  it('that no line computes is named', () => {
    const { q } = checksOf(['p = A (B u)']);
    expect(q).toMatchObject({ verdict: 'wrong', score: 0, points: 1, evidence: 'No such line.' });
    expect(q?.message).toMatch(/^\$q\$ is not computed/);
    expect(q?.witness?.summary).toBe(q?.message);
  });

  it('of another shape is told both shapes and its line', () => {
    const { q } = checksOf(['p = A (B u)', 'q = A B']);
    expect(q?.message).toMatch(
      /^\$q\$ should be a column vector.*, but line 2 computes a .*matrix/,
    );
    expect(q?.witness?.summary).toBe(q?.message);
  });

  it('of another value is told how it differs, with values at a point', () => {
    const { q } = checksOf(['p = A (B u)', 'q = 2 B u']);
    expect(q).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(q?.message).toMatch(/^\$q\$: line 2 is not equal to it\. It is \$2\$ times/);
    expect(q?.witness?.summary).toMatch(/^At \$.*\$: line 2 gives \$.*\$, expected \$.*\$\.$/);
    expect(q?.witness?.data).toMatchObject({ at: expect.any(Array) });
    expect(q?.evidence).toContain(q?.witness?.summary);
  });

  it('that is zero is not equal, whatever its shape', () => {
    const { q } = checksOf(['p = A (B u)', 'q = 0']);
    expect(q?.message).toMatch(/line 2 is not equal/);
  });

  it('that takes too long to be run is left to a person', () => {
    const { q } = checksOf(['p = A (B u)', ...TOO_LONG]);
    expect(q).toMatchObject({ verdict: 'review', score: 0, points: 1 });
    expect(q?.message).toContain('too long to be run');
  });
});

describe('order and reuse', () => {
  it('earn the share of the outputs that are right, and say so', () => {
    const checks = checksOf(['p = A (B u)']);
    for (const name of ['order', 'reuse']) {
      expect(checks[name]).toMatchObject({ verdict: 'wrong', score: 0.5, points: 1 });
      expect(checks[name]?.witness?.summary).toContain('1 of 2 outputs');
    }
    expect(checks.reuse?.message).toMatch(/^Nothing is computed twice\. .*1 of 2 outputs/);
  });

  it('are left to a person where an output is, with what is certain already', () => {
    const { order } = checksOf(['p = A (B u)', ...TOO_LONG]);
    expect(order).toMatchObject({ verdict: 'review', score: 0.5, points: 1 });
    expect(order?.witness).toBeUndefined();
  });

  it('earn nothing where no output is right', () => {
    const checks = checksOf(['q = 2 B u']);
    expect(checks.order?.message).toMatch(/^The order of the products counts once/);
    expect(checks.reuse?.message).toMatch(/^Reuse counts once/);
    for (const name of ['order', 'reuse']) {
      expect(checks[name]).toMatchObject({ verdict: 'wrong', score: 0, points: 1 });
      expect(checks[name]?.witness?.summary).toBe(checks[name]?.message);
      expect(checks[name]?.evidence).toBe('No output is right.');
    }
  });

  it('wait with the outputs where those that could be right are left to a person', () => {
    const { order, reuse } = checksOf(TOO_LONG);
    for (const check of [order, reuse]) {
      // One output of two is in review, so half the points may still come.
      expect(check).toMatchObject({ verdict: 'review', score: 0, open: 0.5, points: 1 });
      expect(check?.evidence).toContain('in review');
      expect(check?.message).toContain('once an output is right');
    }
  });
});

it('leaves all points of the order open where every output is in review', () => {
  const { order } = checksOf([...TOO_LONG, 'p = t_{35} A B u']);
  expect(order).toMatchObject({ verdict: 'review', score: 0, open: 1, points: 1 });
});

describe('lines that do not count', () => {
  it('are told beside the first output, with why', () => {
    const { p, q } = checksOf(['q = B u', 'c = u B', 'p = A q', 'd = 2 c']);
    expect(p?.message).toMatch(/^\$p\$ is right: line 3 computes it\. Left out: line 2\b/);
    expect(p?.message).toMatch(/ Left out: line 4\b/);
    expect(q?.message).not.toContain('Left out');
  });

  it('are told up to three', () => {
    const { p } = checksOf(['q = B u', ...[...'cdgh'].map((name) => `${name} = u B`), 'p = A q']);
    expect(p?.message.match(/Left out: line \d/g)).toEqual(
      [2, 3, 4].map((k) => `Left out: line ${k}`),
    );
  });

  it('are not those that compute what another line needs, or needs not', () => {
    const { p } = checksOf(['b = B u', 'c = 2 b', 'q = b', 'p = A b']);
    expect(p?.message).not.toContain('Left out');
  });

  it('are told once where they were meant for an output', () => {
    const { p, q } = checksOf(['p = A (B u)', 'q = u B']);
    expect(p?.message).toBe('$p$ is right: line 1 computes it.');
    expect(q?.message).toMatch(/^\$q\$: line 2\b/);
  });
});

it('refuses a key whose shares are not what the part is worth', () => {
  expect(() => checksOf(['q = B u'], 3)).toThrow(BrokenKeyError);
  expect(() => checksOf(['q = B u'], 3)).toThrow(/sum to 4.* 3/);
});

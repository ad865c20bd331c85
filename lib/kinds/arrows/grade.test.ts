import { describe, expect, it } from 'vitest';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import type { ArrowsAnswer, Vector } from './answer';
import { authoring } from './authoring';
import { grade } from './grade';

type Authored = Parameters<typeof authoring.authored.parse>[0];

/** Three points in a plane, with arrows against the gradient of their distances. */
const triplet = {
  symbols: {
    a: { latex: 'f_a', shape: [2, 1] },
    p: { latex: 'f_p', shape: [2, 1] },
    n: { latex: 'f_n', shape: [2, 1] },
  },
  directions: { a: 'p - n', p: 'a - p', n: 'n - a' },
  misconceptions: [
    { point: 'a', direction: 'p - a', message: 'The negative pushes too.', credit: 0.5 },
  ],
  shares: { position: 1, arrows: 3 },
};
const points = { a: [0, 0], p: [2, 1], n: [-1, 2] } satisfies ArrowsAnswer['points'];
const right = { a: [3, -1], p: [-2, -1], n: [-1, 2] } satisfies ArrowsAnswer['arrows'];

/** Two points that go downhill in a bowl, with lengths that count. */
const bowl = {
  symbols: {
    m: { latex: 'm', shape: [2, 1] },
    a: { latex: 'a', shape: [2, 1] },
    b: { latex: 'b', shape: [2, 1] },
  },
  directions: { a: 'm - a', b: 'm - b' },
  lengths: 0.2,
  shares: { position: 1, arrows: 2, lengths: 1 },
};
const inBowl = { m: [0, 0], a: [2, 0], b: [1, 2] } satisfies ArrowsAnswer['points'];

function checksOf(part: Authored, answer: ArrowsAnswer, total = 4) {
  const { spec, key } = authoring.split(authoring.authored.parse(part));
  const checks = grade({ spec, key, answer, points: total, seed: 's', earlier: {} });
  return Object.fromEntries(checks.map((check) => [check.name, check]));
}

function turned([x, y]: Vector, degrees: number): Vector {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [x * cos - y * sin, x * sin + y * cos];
}

describe('a right drawing', () => {
  it('has a check for the points and one for each arrow, with words of praise and no witness', () => {
    const checks = checksOf(triplet, { points, arrows: right });
    expect(Object.keys(checks)).toEqual(['position', 'arrow a', 'arrow p', 'arrow n']);
    for (const check of Object.values(checks)) {
      expect(check).toMatchObject({ verdict: 'right', score: 1, points: 1 });
      expect(check.witness).toBeUndefined();
    }
    expect(checks.position?.message).toContain('in general position');
    expect(checks['arrow p']?.message).toMatch(/\$f_p\$ points the right way/);
  });

  it('tells staff by how much an arrow is off', () => {
    const arrows = { ...right, p: turned([-2, -1], 7) };
    expect(checksOf(triplet, { points, arrows })['arrow p']?.evidence).toBe('7.0° off.');
  });

  it('has lengths in proportion, where they count', () => {
    const arrows: ArrowsAnswer['arrows'] = { a: [-1, 0], b: [-0.55, -1.1] };
    const { lengths } = checksOf(bowl, { points: inBowl, arrows });
    expect(lengths).toMatchObject({ verdict: 'right', score: 1 });
    expect(lengths?.message).toContain('fit each other');
  });
});

describe('points', () => {
  it('that are not placed are named, and no arrow starts at them', () => {
    const checks = checksOf(triplet, { points: { a: [0, 0] }, arrows: right });
    expect(checks.position).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(checks.position?.message).toBe('Not placed: $f_p$, $f_n$.');
    expect(checks['arrow n']?.message).toMatch(/\$f_n\$ is not placed/);
    expect(checks['arrow a']?.message).toMatch(/\$f_a\$ should point cannot be told/);
  });

  it('at the same place leave no way for an arrow that depends on both', () => {
    const checks = checksOf(triplet, { points: { ...points, n: [2, 1] }, arrows: right });
    expect(checks.position?.message).toMatch(/\$f_p\$ and \$f_n\$ lie at the same place/);
    expect(checks['arrow a']?.message).toMatch(/cannot be told: .* coincide/);
    expect(checks['arrow p']?.verdict).toBe('right');
  });

  it('on one line are called that', () => {
    const flat: ArrowsAnswer['points'] = { a: [0, 0], p: [2, 0], n: [-1, 0] };
    const { position } = checksOf(triplet, { points: flat, arrows: right });
    expect(position?.message).toMatch(/not in general position: .* one line/);
  });
});

describe('an arrow', () => {
  it('that points elsewhere is shown beside the way it should point', () => {
    const arrows = { ...right, n: turned([-1, 2], -40) };
    const check = checksOf(triplet, { points, arrows })['arrow n'];
    expect(check).toMatchObject({ verdict: 'wrong', score: 0, points: 1 });
    expect(check?.message).toMatch(/\$f_n\$ is off by 40°; it should point/);
    expect(check?.evidence).toBe('40° off, tolerance 15°.');
    expect(check?.witness).toEqual({
      summary: check?.message,
      data: {
        point: 'n',
        off: expect.closeTo(40, 9),
        drawn: arrows.n,
        expected: right.n,
      },
    });
  });

  it.each([
    [14.9, 'right'],
    [-14.9, 'right'],
    [15.1, 'wrong'],
    [-15.1, 'wrong'],
  ])('that is off by %d° beside a tolerance of 15° is %s', (degrees, verdict) => {
    const arrows = { ...right, p: turned([-2, -1], degrees) };
    expect(checksOf(triplet, { points, arrows })['arrow p']?.verdict).toBe(verdict);
  });

  it('that hardly passes the tolerance is told with as many digits as show it', () => {
    const arrows = { ...right, p: turned([-2, -1], 15.04) };
    expect(checksOf(triplet, { points, arrows })['arrow p']?.message).toContain('off by 15.04°');
  });

  it('the other way round earns nothing, unless the author says what it means', () => {
    const arrows: ArrowsAnswer['arrows'] = { ...right, p: turned([2, 1], 10) };
    const plain = checksOf(triplet, { points, arrows })['arrow p'];
    expect(plain).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(plain?.message).toMatch(/off by 170°.* opposite way\.$/);
    const opposite = { message: 'That is uphill.', credit: 0.25 };
    const known = checksOf({ ...triplet, opposite }, { points, arrows })['arrow p'];
    expect(known).toMatchObject({ verdict: 'wrong', score: 0.25 });
    expect(known?.message).toMatch(/ That is uphill\.$/);
    expect(known?.witness?.summary).not.toContain('uphill');
  });

  it('along a misconception earns its credit, at its own point only', () => {
    const check = checksOf(triplet, { points, arrows: { ...right, a: [2, 1] } })['arrow a'];
    expect(check).toMatchObject({ verdict: 'wrong', score: 0.5 });
    expect(check?.message).toMatch(/off by 45°.* The negative pushes too\.$/);
    const elsewhere = checksOf(triplet, { points, arrows: { ...right, n: [2, 1] } })['arrow n'];
    expect(elsewhere?.score).toBe(0);
    expect(elsewhere?.message).not.toContain('negative');
  });

  it('shorter than a hundredth of the drawing is none', () => {
    const of = (length: number) =>
      checksOf(triplet, { points: { ...points, n: [-60, 80] }, arrows: { a: [length, 0] } })[
        'arrow a'
      ];
    expect(of(0.99)?.message).toMatch(/No arrow starts at \$f_a\$/);
    expect(of(1.01)?.message).toMatch(/\$f_a\$ is off by/);
  });

  it('is none where nothing was drawn at all', () => {
    expect(checksOf(triplet, { points })['arrow a']?.message).toMatch(/No arrow starts/);
  });
});

describe('lengths', () => {
  it.each([
    [1.15, 'right'],
    [1.25, 'wrong'],
    [0.87, 'right'],
    [0.8, 'wrong'],
  ])('may differ by the author’s share of a fifth: %d times as long is %s', (times, verdict) => {
    const arrows: ArrowsAnswer['arrows'] = { a: [-2, 0], b: [-times, -2 * times] };
    expect(checksOf(bowl, { points: inBowl, arrows }).lengths?.verdict).toBe(verdict);
  });

  it('name the arrow that does not fit the others, and how long it is beside them', () => {
    const part = { ...triplet, lengths: 0.2, shares: { position: 1, arrows: 2, lengths: 1 } };
    const { lengths } = checksOf(part, { points, arrows: { ...right, p: [-6, -3] } });
    expect(lengths?.message).toMatch(/arrow at \$f_p\$ is 3 times as long/);
    const short = checksOf(part, { points, arrows: { ...right, a: [0.75, -0.25] } }).lengths;
    expect(short?.message).toMatch(/arrow at \$f_a\$ is 0.25 times as long/);
  });

  it('wait for every arrow', () => {
    const arrows: ArrowsAnswer['arrows'] = { a: [-2, 0] };
    const { lengths } = checksOf(bowl, { points: inBowl, arrows });
    expect(lengths).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(lengths?.message).toContain('only where every arrow is drawn');
  });

  it('are not judged where the author does not ask for them', () => {
    const { lengths } = checksOf(triplet, { points, arrows: right });
    expect(lengths).toBeUndefined();
  });
});

it('refuses a key whose shares are not what the part is worth', () => {
  expect(() => checksOf(triplet, { points }, 5)).toThrow(BrokenKeyError);
  expect(() => checksOf(bowl, { points: inBowl }, 3)).toThrow(/4.* 3/);
});

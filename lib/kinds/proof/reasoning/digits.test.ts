import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';
import { counterexample } from './counterexample';
import { Digits } from './digits';
import { Model } from './model';
import { Theory } from './theory';

const vector = ['n', 1] as ['n', 1];
const { language, statements, reasoner } = proofsWith({
  a: { latex: 'a', shape: vector },
  b: { latex: 'b', shape: vector },
  x: { latex: 'x' },
  y: { latex: 'y' },
  mu: { latex: '\\mu', domain: '(0, inf)' },
});

function modelOf(values: Record<string, Digits>, dimension = 1): Model {
  const theory = new Theory(language, []);
  return new Model(language, theory, dimension, new Map(Object.entries(values)));
}

function only(text: string) {
  const [statement] = statements(text);
  if (!statement) throw new Error(text);
  return statement;
}

/** True of all vectors, and with equality on both sides where they point the same way. */
const TRUE_LINES = [
  '\\|a + \\mu b\\| \\le \\|a\\| + \\mu\\|b\\|',
  '\\|a\\| - \\mu\\|b\\| \\le \\|a - \\mu b\\|',
  'a^T b \\le \\|a\\|\\,\\|b\\|',
  '\\|\\mu a\\| = \\mu\\|a\\|',
  '\\|a + b\\|^2 \\le (\\|a\\| + \\|b\\|)^2',
  '\\sqrt{\\|a\\|^2\\|b\\|^2} = \\|a\\|\\,\\|b\\|',
  '\\|a\\|\\,\\frac{\\|b\\|}{\\mu} = \\frac{\\|a\\|\\,\\|b\\|}{\\mu}',
];

describe('true lines whose two sides come out equal', () => {
  it.each(TRUE_LINES)('%s is refuted under no seed', async (line) => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 8 }), async (seed) => {
        expect((await reasoner(seed).decide([], only(line))).kind).toBe('follows');
      }),
      { numRuns: 60 },
    );
  });

  it('hold at numbers of any size that are drawn', () => {
    const size = fc.integer({ min: -12, max: 12 });
    const entry = fc
      .tuple(fc.integer({ min: -9, max: 9 }), size)
      .map(([digit, power]) => new Digits(digit).times(new Digits(10).pow(power)));
    fc.assert(
      fc.property(entry, entry, size, (one, two, power) => {
        const mu = new Digits(7).div(3).times(new Digits(10).pow(power));
        const a = { 'a[1]': one, 'a[2]': two };
        const model = modelOf({ ...a, 'b[1]': one.times(3), 'b[2]': two.times(3), mu }, 2);
        for (const line of TRUE_LINES) expect(model.satisfies(only(line)), line).toBe(true);
      }),
    );
  });

  it('takes the rounding of a zero under a root for zero', () => {
    const third = new Digits(1).div(3);
    const model = modelOf({ x: third, y: third.times(3).sqrt() });
    expect(model.satisfies(only('\\sqrt{1 - 3x} = 0'))).toBe(true);
    expect(model.satisfies(only('\\sqrt{\\sqrt{2}\\sqrt{2} - 2} = 0'))).toBe(true);
    expect(model.satisfies(only('\\sqrt{x} = 0'))).toBe(false);
  });
});

describe('a counterexample', () => {
  const exampleOf = (values: Record<string, Digits>, claim: string) =>
    counterexample(modelOf(values), [], only(claim), language.table);

  it('has as many digits as it takes to see that the sides differ', () => {
    const root = new Digits(2).sqrt();
    const near = root.plus('1e-12');
    expect(exampleOf({ x: near, y: root }, 'x \\le y')).toMatch(
      /\$x\$ is \$1\.414213562374\d+\\ldots\$ and \$y\$ is \$1\.414213562373\d+\\ldots\$/,
    );
  });

  it('is none where both sides read alike in every number of digits', () => {
    const root = new Digits(2).sqrt();
    // Told apart at 40 decimal places, and written with 35 digits.
    expect(exampleOf({ x: root.plus('1e-38'), y: root }, 'x \\le y')).toBeNull();
    expect(exampleOf({ x: new Digits(1).plus('1e-38'), y: new Digits(1) }, 'x = y')).toBeNull();
  });

  it('says of a strict claim that both sides are the same', () => {
    expect(exampleOf({ x: new Digits(2), y: new Digits(2) }, 'x < y')).toContain(
      '$x$ and $y$ are both $2$',
    );
  });

  it('shows what two numerals are', () => {
    expect(exampleOf({}, '3 \\le 2')).toContain('$3$ is $3$ and $2$ is $2$');
  });

  it('never shows one value for both sides of a claim that equality would satisfy', async () => {
    const apart = /\$([^$]+)\$ is \$([^$]+)\$ and \$([^$]+)\$ is \$([^$]+)\$\.$/;
    const digits = fc.integer({ min: -30, max: 30 });
    fc.assert(
      fc.property(digits, fc.integer({ min: 1, max: 45 }), (whole, power) => {
        const y = new Digits(whole).div(7);
        const text = exampleOf({ x: y.plus(new Digits(10).pow(-power)), y }, 'x \\le y');
        const [, , left, , right] = (text && apart.exec(text)) ?? [];
        if (text !== null) expect(left).not.toBe(right);
        if (power < 30) expect(text).not.toBeNull();
      }),
    );
  });
});

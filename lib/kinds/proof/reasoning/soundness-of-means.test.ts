import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';
import { type Random, randomFrom } from '@/lib/math/core/random';

/**
 * Random lines of expectations of a few random variables, written and evaluated by this file alone on
 * random finite distributions: what is called following holds under all of them that satisfy the
 * hypotheses, what is called refuted is false under the one shown.
 */

const INSTANCES = 1500;
const SLACK = 1e-9;

interface Point {
  X: number;
  Y: number;
  Z: number;
  c: number;
}
/** What chance may bring, each with its share. */
type Distribution = readonly { share: number; at: Point }[];
interface Term {
  latex: string;
  at: (point: Point, all: Distribution) => number;
}

const { statements, reasoner } = proofsWith(
  {
    X: { latex: 'X' },
    Y: { latex: 'Y' },
    Z: { latex: 'Z', domain: '(0, inf)' },
    c: { latex: 'c' },
  },
  undefined,
  ['X', 'Y', 'Z'],
);

function mean(term: Term, all: Distribution): number {
  return all.reduce((sum, { share, at }) => sum + share * term.at(at, all), 0);
}

const variable = fc.constantFrom<Term>(
  { latex: 'X', at: ({ X }) => X },
  { latex: 'Y', at: ({ Y }) => Y },
  { latex: 'Z', at: ({ Z }) => Z },
  { latex: 'c', at: ({ c }) => c },
);

function combined(terms: fc.Arbitrary<Term>): fc.Arbitrary<Term> {
  return fc.tuple(terms, terms, fc.constantFrom('+', '-', '')).map(
    ([a, b, sign]): Term => ({
      latex: sign === '' ? `${a.latex} \\cdot ${b.latex}` : `(${a.latex} ${sign} ${b.latex})`,
      at: (point, all) => {
        const [left, right] = [a.at(point, all), b.at(point, all)];
        return sign === '' ? left * right : sign === '+' ? left + right : left - right;
      },
    }),
  );
}

const FUNCTIONS = ['square', 'abs', 'exp', 'ln'] as const;

function applied(of: Term, name: (typeof FUNCTIONS)[number]): Term {
  const latex = {
    square: `(${of.latex})^2`,
    abs: `|${of.latex}|`,
    exp: `e^{${of.latex}}`,
    ln: `\\ln(${of.latex})`,
  }[name];
  const at = (point: Point, all: Distribution) => {
    const value = of.at(point, all);
    if (name === 'square') return value ** 2;
    if (name === 'abs') return Math.abs(value);
    if (name === 'exp') return Math.exp(value);
    return value > 0 ? Math.log(value) : Number.NaN;
  };
  return { latex, at };
}

function changed(terms: fc.Arbitrary<Term>): fc.Arbitrary<Term> {
  return fc.tuple(terms, fc.constantFrom(...FUNCTIONS)).map(([of, name]) => applied(of, name));
}

function expectedOf(of: Term): Term {
  return { latex: `\\mathbb{E}[${of.latex}]`, at: (_, all) => mean(of, all) };
}

const simple = fc.oneof(variable, combined(variable));
const body = fc.oneof(simple, changed(simple));
const expected = body.map(expectedOf);
const share = fc.oneof(variable, changed(variable)).map((of): Term => {
  const indicator: Term = {
    latex: `\\mathbb{1}\\{${of.latex} \\ge c\\}`,
    at: (point, all) => {
      const value = of.at(point, all);
      return Number.isNaN(value) ? value : value >= point.c ? 1 : 0;
    },
  };
  const expected = expectedOf(indicator);
  return {
    latex: `c \\, ${expected.latex}`,
    at: (point, all) => point.c * expected.at(point, all),
  };
});
const side = fc.oneof(
  { arbitrary: share, weight: 1 },
  { arbitrary: expected, weight: 3 },
  { arbitrary: combined(fc.oneof(expected, variable)), weight: 2 },
  { arbitrary: changed(expected), weight: 1 },
  { arbitrary: body, weight: 1 },
);
const sign = fc.constantFrom('\\le', '<', '\\ge', '=');

interface Line {
  latex: string;
  /** How far it is from being false somewhere; NaN where it has no value. */
  margin: (all: Distribution) => number;
}

function related(a: Term, b: Term, sign: string): Line {
  const marginAt = (at: Point, all: Distribution) => {
    const [left, right] = [a.at(at, all), b.at(at, all)];
    const gap = (right - left) / (1 + Math.abs(left) + Math.abs(right));
    return sign === '=' ? -Math.abs(gap) : sign === '\\ge' ? -gap : gap;
  };
  return {
    latex: `${a.latex} ${sign} ${b.latex}`,
    margin: (all) => Math.min(...all.map(({ at }) => marginAt(at, all))),
  };
}

interface Case {
  given: readonly Line[];
  claim: Line;
}

/** Any hypothesis and any line. */
const anything = fc.tuple(fc.option(fc.tuple(body, body, sign)), side, side, sign).map(
  ([given, a, b, relation]): Case => ({
    given: given ? [related(...given)] : [],
    claim: related(a, b, relation),
  }),
);

/** The same said of random variables and of their means. */
const monotone = fc.tuple(body, body, sign, sign).map(
  ([a, b, given, relation]): Case => ({
    given: [related(a, b, given)],
    claim: related(expectedOf(a), expectedOf(b), relation),
  }),
);

/** A function of a mean, and the mean of the function. */
const convex = fc.tuple(simple, fc.constantFrom(...FUNCTIONS), sign).map(
  ([of, name, relation]): Case => ({
    given: [],
    claim: related(expectedOf(applied(of, name)), applied(expectedOf(of), name), relation),
  }),
);

const cases = fc.oneof(anything, monotone, convex);

function distribution(random: Random): Distribution {
  const special = () => [0, 1, -1, 2][Math.floor(random() * 4)] ?? 0;
  const draw = () => (random() < 0.4 ? special() : 4 * random() - 2);
  const c = draw();
  const count = 1 + Math.floor(random() * 4);
  const shares = Array.from({ length: count }, () => 0.05 + random());
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => {
    const X = draw();
    const at = { X, Y: random() < 0.3 ? X : draw(), Z: Math.abs(draw()) || 1, c };
    return { share: share / whole, at };
  });
}

describe('lines of expectations', () => {
  it('hold under every distribution where they follow, and fail where they are refuted', async () => {
    const counts = { follows: 0, fails: 0, undefined: 0, undecided: 0, diverges: 0, tried: 0 };
    await fc.assert(
      fc.asyncProperty(cases, async ({ given, claim }) => {
        const said = `${given.map(({ latex }) => latex).join(' ; ')} ⊢ ${claim.latex}`;
        const [statement] = statements(claim.latex);
        if (!statement) throw new Error(said);
        const decision = await reasoner().decide(
          statements(...given.map(({ latex }) => latex)),
          statement,
        );
        counts[decision.kind]++;
        if (decision.kind === 'follows') {
          const random = randomFrom(said);
          for (let count = 0; count < INSTANCES; count++) {
            const all = distribution(random);
            if (!given.every(({ margin }) => margin(all) > SLACK)) continue;
            counts.tried++;
            expect(claim.margin(all), `${said} under ${JSON.stringify(all)}`).toBeGreaterThan(
              -SLACK,
            );
          }
        } else if (decision.kind === 'fails' || decision.kind === 'undefined') {
          const { model } = decision;
          const c = Number(model.valueOf({ kind: 'symbol', id: 'c' }));
          const [X = [], Y = [], Z = []] = ['X', 'Y', 'Z'].map((id) =>
            (model.valuesByChance({ kind: 'symbol', id }) ?? []).map(Number),
          );
          const all = X.map((x, index) => ({
            share: 1 / X.length,
            at: { X: x, Y: Y[index] ?? 0, Z: Z[index] ?? 0, c },
          }));
          const where = `${said} under ${JSON.stringify(all)}`;
          for (const { margin } of given) expect(margin(all), where).toBeGreaterThan(-SLACK);
          if (decision.kind === 'undefined') expect(claim.margin(all), where).toBeNaN();
          else expect(claim.margin(all), where).toBeLessThan(SLACK);
        }
      }),
      { numRuns: 200, seed: 21 },
    );
    expect(counts.follows).toBeGreaterThan(5);
    expect(counts.fails).toBeGreaterThan(40);
  }, 240_000);
});

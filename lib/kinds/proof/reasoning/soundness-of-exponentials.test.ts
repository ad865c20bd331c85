import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';
import { type Random, randomFrom } from '@/lib/math/core/random';

/**
 * Random lines of exponentials and logarithms, written and evaluated by this file alone: what is
 * called following has a value and holds wherever its hypotheses do, what is called refuted or
 * without a value is so at the values shown.
 */

const INSTANCES = 4000;
/** Far above the rounding errors of numbers as large as those that are drawn. */
const SLACK = 1e-9;

type Values = Readonly<Record<'x' | 'y' | 'p' | 'q', number>>;
interface Term {
  latex: string;
  /** NaN where it has no value. */
  at: (values: Values) => number;
}

const { statements, reasoner } = proofsWith({
  x: { latex: 'x' },
  y: { latex: 'y' },
  p: { latex: 'p', domain: '(0, inf)' },
  q: { latex: 'q', domain: '(0, inf)' },
});

const letter: fc.Arbitrary<Term> = fc.constantFrom<Term>(
  { latex: 'x', at: ({ x }) => x },
  { latex: 'y', at: ({ y }) => y },
  { latex: 'p', at: ({ p }) => p },
  { latex: 'q', at: ({ q }) => q },
  { latex: '1', at: () => 1 },
  { latex: '2', at: () => 2 },
);

function joined(terms: fc.Arbitrary<Term>): fc.Arbitrary<Term> {
  return fc.tuple(terms, terms, fc.constantFrom('+', '-', '\\cdot', '/')).map(
    ([a, b, sign]): Term => ({
      latex: sign === '/' ? `\\frac{${a.latex}}{${b.latex}}` : `(${a.latex} ${sign} ${b.latex})`,
      at: (values) => {
        const [left, right] = [a.at(values), b.at(values)];
        if (sign === '/') return right === 0 ? Number.NaN : left / right;
        return sign === '+' ? left + right : sign === '-' ? left - right : left * right;
      },
    }),
  );
}

function applied(terms: fc.Arbitrary<Term>): fc.Arbitrary<Term> {
  return fc.tuple(terms, fc.constantFrom('e', '-e', 'ln', 'root', 'p^')).map(
    ([of, name]): Term => ({
      latex:
        name === 'e'
          ? `e^{${of.latex}}`
          : name === '-e'
            ? `e^{-${of.latex}}`
            : name === 'ln'
              ? `\\ln(${of.latex})`
              : name === 'root'
                ? `\\sqrt{${of.latex}}`
                : `p^{${of.latex}}`,
      at: (values) => {
        const inner = of.at(values);
        if (name === 'e') return Math.exp(inner);
        if (name === '-e') return Math.exp(-inner);
        if (name === 'p^') return values.p ** inner;
        if (name === 'root') return Math.sqrt(inner);
        return inner > 0 ? Math.log(inner) : Number.NaN;
      },
    }),
  );
}

const simple = fc.oneof({ arbitrary: letter, weight: 2 }, { arbitrary: joined(letter), weight: 1 });
const inner = fc.oneof(simple, applied(simple));
const term = fc.oneof(inner, joined(inner), applied(inner));

const line = fc
  .tuple(term, term, fc.constantFrom('\\le', '<', '\\ge', '='))
  .map(([a, b, sign]) => ({
    latex: `${a.latex} ${sign} ${b.latex}`,
    /** How far it is from being false; negative where it is, NaN where it has no value. */
    margin: (values: Values) => {
      const gap = b.at(values) - a.at(values);
      return sign === '=' ? -Math.abs(gap) : sign === '\\ge' ? -gap : gap;
    },
    size: (values: Values) => 1 + Math.abs(a.at(values)) + Math.abs(b.at(values)),
  }));

/** Often the same numbers, and 0 and 1, where sides come out equal. */
function instance(random: Random): Values {
  const special = () => [0, 1, -1, 2, 0.5][Math.floor(random() * 5)] ?? 0;
  const draw = () => (random() < 0.4 ? special() : 6 * random() - 3);
  const [x, p] = [draw(), Math.abs(draw()) || 1];
  return {
    ...{ x, y: random() < 0.3 ? x : draw() },
    ...{ p, q: random() < 0.3 ? p : Math.abs(draw()) || 1 },
  };
}

describe('lines of exponentials and logarithms that are decided', () => {
  it('hold at every instance where they follow, and fail where they are refuted', async () => {
    const counts = { follows: 0, fails: 0, undefined: 0, undecided: 0, diverges: 0, tried: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 1 }), line, async (given, claim) => {
        const said = `${given.map(({ latex }) => latex).join(' ; ')} ⊢ ${claim.latex}`;
        const [statement] = statements(claim.latex);
        if (!statement) throw new Error(said);
        const premises = statements(...given.map(({ latex }) => latex));
        const decision = await reasoner().decide(premises, statement);
        counts[decision.kind]++;
        if (decision.kind === 'follows') {
          const random = randomFrom(said);
          for (let count = 0; count < INSTANCES; count++) {
            const values = instance(random);
            if (!given.every(({ margin }) => margin(values) > SLACK)) continue;
            if (!(claim.size(values) < 1e6) && !Number.isNaN(claim.margin(values))) continue;
            counts.tried++;
            const margin = claim.margin(values) / claim.size(values);
            expect(margin, `${said} at ${JSON.stringify(values)}`).toBeGreaterThan(-SLACK);
          }
        } else if (decision.kind === 'fails' || decision.kind === 'undefined') {
          const at = (id: string) => Number(decision.model.valueOf({ kind: 'symbol', id }));
          const values: Values = { x: at('x'), y: at('y'), p: at('p'), q: at('q') };
          const where = `${said} at ${JSON.stringify(values)}`;
          for (const { margin } of given) expect(margin(values), where).toBeGreaterThan(-SLACK);
          const margin = claim.margin(values);
          if (decision.kind === 'undefined') expect(margin, where).toBeNaN();
          else expect(margin / claim.size(values), where).toBeLessThan(SLACK);
        }
      }),
      { numRuns: 120, seed: 11 },
    );
    expect(counts.follows).toBeGreaterThan(10);
    expect(counts.fails).toBeGreaterThan(30);
    expect(counts.undefined).toBeGreaterThan(10);
    expect(counts.tried).toBeGreaterThan(INSTANCES);
  }, 120_000);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';
import { type Random, randomFrom } from '@/lib/math/core/random';

/**
 * Random recursions and random lines about any moment and the first one, written and simulated by
 * this file alone: what is called following holds all along sequences that are run, what is called
 * refuted is false of the sequence from the first moment to the one shown.
 */

const RUNS = 400;
const LAST = 8;
const SLACK = 1e-7;

type Constants = Readonly<Record<'q' | 's' | 'p', number>>;
interface Term {
  latex: string;
  at: (constants: Constants) => number;
}

const { statements, reasoner } = proofsWith(
  {
    a: { latex: 'a_t' },
    a0: { latex: 'a_0' },
    q: { latex: 'q', domain: '[0, 1)' },
    s: { latex: 's' },
    p: { latex: 'p', domain: '(0, inf)' },
  },
  't',
);

const factor = fc.constantFrom<Term>(
  { latex: '\\frac{1}{2}', at: () => 0.5 },
  { latex: 'q', at: ({ q }) => q },
  { latex: 's', at: ({ s }) => s },
  { latex: 'p', at: ({ p }) => p },
  { latex: '2', at: () => 2 },
  { latex: '1', at: () => 1 },
);
const added = fc.constantFrom<Term>(
  { latex: '0', at: () => 0 },
  { latex: 'p', at: ({ p }) => p },
  { latex: '1', at: () => 1 },
);
const sign = fc.constantFrom('\\le', '=', '\\ge');

const recursion = fc.record({ factor, added, sign, isEarlier: fc.boolean() });
const line = fc.record({
  factor,
  sign,
  later: fc.constantFrom(0, 1),
  power: fc.constantFrom(0, 1),
  slope: added,
});

type Recursion = typeof recursion extends fc.Arbitrary<infer T> ? T : never;
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

function recursionLatex({ factor, added, sign, isEarlier }: Recursion): string {
  const [next, now] = isEarlier ? ['a_t', 'a_{t-1}'] : ['a_{t+1}', 'a_t'];
  return `${next} ${sign} ${factor.latex} ${now} + ${added.latex}`;
}

function lineLatex({ factor, sign, later, power, slope }: Line): string {
  const exponent = power === 0 ? 't' : 't+1';
  return `a_{t${later === 0 ? '' : '+1'}} ${sign} (${factor.latex})^{${exponent}} a_0 + ${slope.latex} t`;
}

/** How far a line is from being false at a moment. */
function margin(line: Line, constants: Constants, first: number, t: number, at: number): number {
  const bound =
    line.factor.at(constants) ** (t + line.power) * first + line.slope.at(constants) * t;
  if (line.sign === '=') return -Math.abs(at - bound);
  return line.sign === '\\le' ? bound - at : at - bound;
}

function run(recursion: Recursion, constants: Constants, first: number, random: Random): number[] {
  const values = [first];
  for (let t = 0; t <= LAST; t++) {
    const bound = recursion.factor.at(constants) * (values[t] ?? 0) + recursion.added.at(constants);
    const room = random() < 0.5 ? 0 : 2 * random();
    values.push(bound + (recursion.sign === '=' ? 0 : recursion.sign === '\\le' ? -room : room));
  }
  return values;
}

function constantsOf(random: Random): Constants {
  const some = <T>(special: readonly T[], other: T) =>
    random() < 0.3 ? (special[Math.floor(random() * special.length)] ?? other) : other;
  return {
    q: some([0, 0.5], random() * 0.999),
    s: some([0, 1, -1, 0.5], 4 * random() - 2),
    p: some([1, 2, 0.5], 3 * random() + 1e-3),
  };
}

describe('lines about any moment', () => {
  it('hold all along where they follow, and are false where they are refuted', async () => {
    const counts = { follows: 0, fails: 0, undefined: 0, undecided: 0, diverges: 0 };
    await fc.assert(
      fc.asyncProperty(recursion, line, fc.boolean(), async (given, drawn, isLike) => {
        // Among lines that have nothing to do with the recursion hardly any follow.
        const claim = isLike ? { ...drawn, factor: given.factor, sign: given.sign } : drawn;
        const said = `${recursionLatex(given)} ⊢ ${lineLatex(claim)}`;
        const [statement] = statements(lineLatex(claim));
        if (!statement) throw new Error(said);
        const decision = await reasoner().decide(statements(recursionLatex(given)), statement);
        counts[decision.kind]++;
        if (decision.kind === 'follows') {
          const random = randomFrom(said);
          for (let count = 0; count < RUNS; count++) {
            const constants = constantsOf(random);
            const first = random() < 0.2 ? 0 : 4 * random() - 2;
            const values = run(given, constants, first, random);
            for (let t = 0; t < LAST; t++) {
              const at = values[t + claim.later] ?? 0;
              const size = 1 + Math.abs(at) + Math.abs(first) * 2 ** (t + 1);
              const where = `${said} with ${JSON.stringify({ constants, values, t })}`;
              expect(margin(claim, constants, first, t, at) / size, where).toBeGreaterThan(-SLACK);
            }
          }
        } else if (decision.kind === 'fails') {
          const at = (id: string) => Number(decision.model.valueOf({ kind: 'symbol', id }));
          const constants: Constants = { q: at('q'), s: at('s'), p: at('p') };
          const [t, first] = [at('own_index'), at('a0')];
          const value = at(claim.later === 0 ? 'a' : 'a_plus_1');
          const where = `${said} with ${JSON.stringify({ constants, t, first, value })}`;
          expect(margin(claim, constants, first, t, value), where).toBeLessThan(SLACK);
          const exact = run({ ...given, sign: '=' }, constants, first, randomFrom(said));
          const gap = value - (exact[t + claim.later] ?? 0);
          const isMonotone = given.factor.at(constants) >= 0;
          if (given.sign === '=') expect(Math.abs(gap), where).toBeLessThan(SLACK);
          else if (isMonotone)
            expect(given.sign === '\\le' ? gap : -gap, where).toBeLessThan(SLACK);
        }
      }),
      { numRuns: 80, seed: 8 },
    );
    expect(counts.follows).toBeGreaterThan(5);
    expect(counts.fails).toBeGreaterThan(20);
  }, 120_000);
});

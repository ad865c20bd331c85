import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';

/** What recurrences say of any moments, added up in random ways, is true of every sequence. */

const { statements, reasoner } = proofsWith(
  {
    x: { latex: 'x_t', shape: ['n', 1] },
    v: { latex: 'v_t', shape: ['n', 1] },
    g: { latex: 'g', from: ['n', 1], to: ['n', 1] },
    mu: { latex: '\\mu', domain: '(0, inf)' },
    e: { latex: 'e', domain: '(0, inf)' },
  },
  't',
);
const premises = statements('v_{t+1} = \\mu v_t + g(x_t)', 'x_{t+1} = x_t - e v_{t+1}');

const at = (letter: string, moment: number) =>
  `${letter}_{t${moment < 0 ? moment : `+${moment}`}}`.replace('{t+0}', 't');
const velocity = (moment: number) =>
  `(${at('v', moment + 1)} - \\mu ${at('v', moment)} - g(${at('x', moment)}))`;
const position = (moment: number) =>
  `(${at('x', moment + 1)} - ${at('x', moment)} + e ${at('v', moment + 1)})`;

const term = fc.record({
  moment: fc.integer({ min: -2, max: 1 }),
  of: fc.constantFrom(velocity, position),
  factor: fc.constantFrom('1', '-1', '2', 'e', '-\\mu', '\\frac{1}{e}'),
});

describe('lines about any moments', () => {
  it('follow where they are the recurrences added up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 4 }), async (terms) => {
        const sum = terms.map(({ moment, of, factor }) => `(${factor}) ${of(moment)}`).join(' + ');
        for (const line of [`${sum} = 0`, `\\|${sum}\\| \\le 0`]) {
          const [claim] = statements(line);
          if (!claim) throw new Error(line);
          expect((await reasoner().decide(premises, claim)).kind, line).toBe('follows');
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are refuted by values of sequences that go on', async () => {
    const [claim] = statements('e g(x_{t-1}) = x_t - x_{t-1} + \\mu (x_{t-1} - x_{t-2})');
    if (!claim) throw new Error('no claim');
    const decision = await reasoner().decide(premises, claim);
    if (decision.kind !== 'fails') throw new Error(decision.kind);
    for (const before of statements(
      'v_t = \\mu v_{t-1} + g(x_{t-1})',
      'x_{t-1} = x_{t-2} - e v_{t-1}',
    ))
      expect(decision.model.satisfies(before)).toBe(true);
  });
});

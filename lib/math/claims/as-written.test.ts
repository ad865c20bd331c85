import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table } from '@/lib/math/testing/claimed';
import { asWritten } from './as-written';
import { Lexicon } from './lexicon/lexicon';

const lexicon = new Lexicon();

describe('a line as it was written', () => {
  it.each([
    ['\\mu < 2 because \\mu > 0', ['$\\mu < 2', 'because', '$\\mu > 0']],
    ['||x_t||^2<mu because mu>0', ['$\\left\\|x_t\\right\\|^{2} < \\mu', 'because', '$\\mu > 0']],
    ['from (1a): mu g(x_t) = x_t', ['from (1a):', '$\\mu\\,g(x_t) = x_t']],
    ['hence\\:by\\:\\left(2\\right)\\:x_t = 0', ['hence by (2)', '$x_t = 0']],
    ['x_t -> 0 as t -> infinity', ['$x_t \\to 0', 'as', '$t \\to \\infty']],
    ['x_t -> mu, q.e.d', ['$x_t \\to \\mu', ', q.e.d']],
    ['so x_t = 0 => mu = 1', ['so', '$x_t = 0', '$\\Rightarrow', '$\\mu = 1']],
    ['both\\:terms\\:go\\:to\\:0', ['both terms go to', '$0']],
    ['x_t \\overset{!}{=} 0', ['$x_t \\overset{!}{=} 0']],
    ['sqrt is monotone => mu > 0', ['$sqrt', 'is monotone', '$\\Rightarrow', '$\\mu > 0']],
  ])('%s', (source, expected) => {
    const stretches = asWritten(source, { table, lexicon });
    expect(stretches?.map(({ kind, text }) => (kind === 'formula' ? `$${text}` : text))).toEqual(
      expected,
    );
  });

  it('never fails, whatever was written', () => {
    const bits = fc.constantFrom(
      ...['sqrt', 'so', '\\frac', '{', '}', '(', '|', '^', '_', 'x_t', '<=', '->', '\\text{a', '$'],
      ...['\\begin{cases}', '\\end', '&', '\\\\', '!', '"', '\u0000', ',', '=>', '0', 'mu'],
    );
    const lines = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.array(bits).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(lines, (line) => {
        asWritten(line, { table, lexicon });
      }),
      { numRuns: 2000 },
    );
  });
});

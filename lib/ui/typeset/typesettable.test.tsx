import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { InlineMarkdown, Markdown } from '@/lib/ui/markdown';
import { isTypesettable } from './typesettable';

const SIZE = 20_000;
const filled = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

/** Each took seconds to minutes, or exhausted the stack, before texts were bounded. */
const HOSTILE = {
  'lists in lists': `${'- '.repeat(5000)}x`,
  'lists in lists, by lines': Array.from({ length: 190 }, (_, i) => `${' '.repeat(i)}- a`).join(
    '\n',
  ),
  'numbered lists': `${'1. '.repeat(5000)}x`,
  quotations: `${'>'.repeat(19_000)}x`,
  'quotations and lists': `${'> - 1. '.repeat(2000)}x`,
  'underlined headings': filled('a\n-\n'),
  stars: filled('*a_ '),
  brackets: filled('[a]('),
  'formulas without number': filled('$a$ '),
  columns: `$\\begin{matrix}${'&'.repeat(19_000)}\\end{matrix}$`,
  rows: `$\\begin{matrix}${'\\\\'.repeat(9000)}\\end{matrix}$`,
  roots: `$${'\\sqrt{'.repeat(2500)}x${'}'.repeat(2500)}$`,
  'a text of a megabyte': 'a '.repeat(500_000),
};

describe('a hostile text', () => {
  // What is bounded takes a fraction of this on the slowest machine.
  it.each(Object.entries(HOSTILE))(
    '%s is shown, and stops nobody',
    { timeout: 10_000 },
    (_, text) => {
      expect(renderToStaticMarkup(<Markdown>{text}</Markdown>)).not.toBe('');
      expect(renderToStaticMarkup(<InlineMarkdown>{text}</InlineMarkdown>)).not.toBe('');
    },
  );

  it('is shown as it was written, escaped, where it is not typeset', () => {
    const text = `${'>'.repeat(50)}<script>alert(1)</script>`;
    const markup = renderToStaticMarkup(<Markdown>{text}</Markdown>);
    expect(markup).toContain('shown as it was written');
    expect(markup).toContain('&lt;script&gt;');
  });
});

describe('an honest text', () => {
  it.each([
    ['a list in a list', '- a\n  - b\n    - c\n      1. d'],
    ['a quotation of a quotation', '> > - said'],
    ['a long list', Array.from({ length: 200 }, (_, i) => `- item ${i}`).join('\n')],
    ['a rule and emphasis', '---\n\n*a* and **b**, $x_1 * x_2$'],
    ['a matrix', '$\\begin{pmatrix}1 & 0 \\\\ 0 & 1\\end{pmatrix}$'],
    ['a hundred formulas', '$x^{2_{a}}$ '.repeat(100)],
  ])('%s is typeset', (_, text) => {
    expect(isTypesettable(text)).toBe(true);
    expect(renderToStaticMarkup(<Markdown>{text}</Markdown>)).not.toContain('as it was written');
  });

  it('a negative number at the beginning of a line is no list', () => {
    expect(isTypesettable('-1\n-2\n--3\n'.repeat(50))).toBe(true);
  });
});

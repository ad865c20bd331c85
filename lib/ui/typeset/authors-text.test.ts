import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf, htmlTree, textOf } from '@/lib/testing/html-tree';
import { NO_PICTURES, type Pictures } from './pictures';
import { typeset } from './typeset';

const PICTURES: Pictures = { 'net.svg': { src: '/files/1/net.svg', width: 300, height: 200 } };

const block = (text: string, pictures: Pictures | null = PICTURES) =>
  typeset(text, 'block', pictures) ?? '';
const elements = (html: string, tag: string) =>
  elementsOf(htmlTree(html)).filter((element) => element.tag === tag);

describe('a picture', () => {
  it('stands with its description and its size, so that nothing moves when it comes', () => {
    const [picture] = elements(block('See ![a *net* of $3$ "layers"](net.svg "Fig. 1").'), 'img');
    expect(picture?.attributes).toEqual({
      src: '/files/1/net.svg',
      alt: 'a net of 3 "layers"',
      title: 'Fig. 1',
      width: '300',
      height: '200',
      loading: 'eager',
      decoding: 'async',
    });
  });

  it('may be an ornament', () => {
    const [picture] = elements(block('![](net.svg "decorative")'), 'img');
    expect(picture?.attributes).toMatchObject({ alt: '' });
    expect(picture?.attributes.title).toBeUndefined();
  });

  it('stands in a line of something else as well', () => {
    expect(elements(typeset('![a](net.svg) b', 'inline', PICTURES) ?? '', 'img')).toHaveLength(1);
  });

  it.each([
    'other.svg',
    'NET.SVG',
    './net.svg',
    '../net.svg',
    '/net.svg',
    'https://a.example/net.svg',
    '//a.example/net.svg',
    'data:image/svg+xml,x',
    'javascript:alert(1)',
    'toString',
    'constructor',
    '__proto__',
  ])('is its description where the exam has no %s', (name) => {
    expect(block(`a ![the *net*](<${name}>) b`)).toBe('<p>a the net b</p>');
  });

  it('is its description where no pictures are at hand, and nothing to students', () => {
    expect(block('![a "net"](net.svg)', NO_PICTURES)).toBe('<p>a &quot;net&quot;</p>');
    expect(block('a![net](net.svg)b', null)).toBe('<p>ab</p>');
  });
});

describe('a table', () => {
  const html = block('| $n$ | error |\n|--:|---|\n| 1 | ![a net](net.svg) |\n| $2$ | *b* |');

  it('scrolls in a box of its own, by keyboard too, which is called by its columns', () => {
    const [box] = elements(html, 'div');
    expect(box?.attributes).toEqual({
      class: 'wide-table',
      tabindex: '0',
      role: 'region',
      'aria-label': 'Table: n, error',
    });
    expect(elements(html, 'th').map(({ attributes }) => attributes.scope)).toEqual(['col', 'col']);
    expect(elements(html, 'th')[0]?.attributes.style).toBe('text-align:right');
  });

  it('has formulas and pictures in its cells', () => {
    expect(elements(html, 'math')).toHaveLength(2);
    expect(elements(html, 'img')).toHaveLength(1);
  });

  it('is words in a line', () => {
    const inline = typeset('| a | b |\n|---|---|\n| c | d |', 'inline', PICTURES) ?? '';
    expect(elementsOf(htmlTree(inline))).toEqual([]);
    expect(textOf(htmlTree(inline))).toBe('abcd');
  });
});

describe('whatever an author writes', () => {
  const TAGS = new Set(
    [
      'p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre hr em strong code a br span img div',
      'table thead tbody tr th td',
    ].flatMap((tags) => tags.split(' ')),
  );
  const ATTRIBUTES = new Set(
    [
      'class style title href start tabindex role aria-label src alt width height loading decoding',
      'scope aria-hidden',
    ].flatMap((names) => names.split(' ')),
  );

  it('writes no element and no attribute of its own, and loads nothing else', () => {
    const pieces = [
      ...['|', ' | ', '|-|-|\n', '\n|-|:-:|\n', '| a | b |\n|-|-|\n', '\\|', '\n', '\n\n', '- '],
      ...['![a](net.svg)', '![', '](net.svg)', '](', ')', '"', "'", ' "t" onerror=x ', '<', '>'],
      ...['<img src=x onerror=alert(1)>', '](https://a.example/x.png)', '`', '*', '&quot;', '\\'],
      ...['</td><script>alert(1)</script>', 'net.svg', '!', '[', ']', '<https://a.example>'],
    ];
    const typed = fc.array(fc.constantFrom(...pieces), { maxLength: 15 });
    const forms = fc.constantFrom('block' as const, 'inline' as const);
    fc.assert(
      fc.property(typed, forms, (all, form) => {
        const found = elementsOf(htmlTree(typeset(all.join(''), form, PICTURES) ?? ''));
        for (const { tag, attributes } of found) {
          expect(TAGS).toContain(tag);
          for (const name of Object.keys(attributes)) expect(ATTRIBUTES).toContain(name);
          if (tag === 'img') expect(attributes.src).toBe('/files/1/net.svg');
          else expect(attributes.src).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  const filled = (piece: string) => piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
  const head = `${'|'.repeat(3000)}a\n${'|-'.repeat(3000)}|\n`;
  it.each([
    ['wide heads and many rows', head + 'a\n'.repeat(5000)],
    ['one wide row', filled('a|')],
    ['many tables', filled('a|b\n-|-\n\n')],
    ['many rows', `a|b\n-|-\n${filled('a|b\n')}`.slice(0, 20_000)],
    ['heads without an end', filled('|a\n|-')],
    ['rows of dashes', filled('|-|-\n')],
    ['bars alone', filled('|')],
    ['pictures', filled('![a](net.svg)')],
    ['openings of pictures', filled('![')],
    ['openings of pictures in cells', `a|b\n-|-\n${filled('![a](|')}`.slice(0, 20_000)],
  ])('takes bounded time: %s', { timeout: 10_000 }, (_, text) => {
    expect(typeset(text, 'block', PICTURES)?.length ?? 0).toBeLessThan(2_000_000);
  });
});

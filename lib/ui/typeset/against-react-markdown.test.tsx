import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { renderToStaticMarkup } from 'react-dom/server';
import ReactMarkdown from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { tryOuts } from '@/lib/kinds/registry/try-outs';
import {
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  htmlTree,
  textOf,
} from '@/lib/testing/html-tree';
import { NO_PICTURES } from './pictures';
import { typeset } from './typeset';

// What one reads and hears is held against another way from markdown to HTML, which other people made
// and which Nabla used before.

const INLINE = ['h1', 'h2', 'h3', 'pre', 'ul', 'ol', 'blockquote'];

function leaveUnread(this: { data: () => object }): void {
  const unread = ['setextUnderline', 'definition', 'htmlFlow', 'htmlText'];
  const data: { micromarkExtensions?: object[] } = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: unread } }];
}

/** As `remark-gfm` does it, of which tables are all that we have. */
function readTables(this: { data: () => object }): void {
  const data: { micromarkExtensions?: object[]; fromMarkdownExtensions?: object[] } = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()];
}

function theirs(
  text: string,
  form: 'block' | 'inline',
  writer: 'author' | 'student' = 'student',
): HtmlNode[] {
  const bounds = {
    trust: false,
    maxExpand: 200,
    maxSize: 20,
    strict: 'ignore',
  };
  return htmlTree(
    renderToStaticMarkup(
      <ReactMarkdown
        remarkPlugins={[remarkMath, leaveUnread, ...(writer === 'author' ? [readTables] : [])]}
        rehypePlugins={[[rehypeKatex, bounds]]}
        disallowedElements={form === 'block' ? ['img'] : ['img', ...INLINE]}
        unwrapDisallowed={form === 'inline'}
      >
        {text}
      </ReactMarkdown>,
    ),
  );
}

function ours(text: string, form: 'block' | 'inline' | 'formula'): HtmlNode[] {
  const html = typeset(text, form);
  if (html === null) throw new Error(`not typeset: ${text}`);
  return htmlTree(html);
}

/** What makes a displayed formula scroll by keyboard, and what would name the language of code. */
const ONE_SIDED = /^(tabindex|role|aria-label)$/;

/** The same for trees that show and say the same. */
function comparable(nodes: readonly HtmlNode[]): unknown[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node.trim();
    const attributes = Object.entries(node.attributes)
      .filter(([name]) => !ONE_SIDED.test(name) && !(node.tag === 'code' && name === 'class'))
      .map(([name, value]) => `${name}=${value.replace(/([:;])\s+/g, '$1').replace(/;?\s*$/, '')}`);
    return [node.tag, attributes.sort(), comparable(node.children)];
  });
}

function mathMl(nodes: readonly HtmlNode[]): unknown[] {
  return comparable(elementsOf(nodes).filter(({ tag }) => tag === 'math'));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Everything that the exams and try-outs say, prompts and solutions and labels alike. */
const TEXTS = [
  ...readdirSync('exams', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => stringsIn(parse(readFileSync(`exams/${name}/exam.yaml`, 'utf8')))),
  ...stringsIn(Object.values(tryOuts)),
];

/** What exams do not have, but authors and students may write. */
const SAMPLES = {
  headings: '# One\n\n### Three\n\ntext',
  'a list': '- a\n- b\n  - c\n- **d** $x$',
  'a list with paragraphs': '3. a\n\n   b\n\n4. c',
  'a quotation': '> said\n> - by $x$\n>\n> twice',
  'code in a line': 'Call `f(<x>)`, *twice*.',
  'lines of code': '```js\nif (a < b && c) "d"\n```\n\n    indented',
  'an ending line': 'a  \nb\\\nc',
  'a rule': 'a\n\n---\n\nb',
  links: '[a *b*](https://example.org/?a=1&b=2 "T") <https://example.org> [x](/y) <a@b.example>',
  entities: '&amp; &lt;b&gt; &copy; &#36; \\$ \\*',
  'a displayed formula': 'so\n\n$$\n\\int_0^1 x\\,dx\n$$\n\nthen $$y$$',
  'a displayed formula in a list': '- a\n\n  $$\n  x\n  $$',
  'math as code': '```math\n\\frac{a}{b} % half\n```',
  'a broken formula': 'now $\\frac{a$ and $\\unknown{x}$ and $x_$',
  'nested emphasis': '***a** b* _c __d__ e_',
  matrices:
    '$\\begin{pmatrix}1 & 0 \\\\ 0 & \\sqrt{2}\\end{pmatrix}$ in $\\mathbb{R}^{2 \\times 2}$',
};

const PIECES = [
  ...[
    'a',
    'é',
    ' ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '  \n',
    '\r\n',
    '\u0000',
    '*',
    '**',
    '_',
    '~',
    '|',
  ],
  ...['- ', '1. ', '3) ', '> ', '# ', '### ', '---', '[', '](', ')', '![', '<', '>', '&', '&lt;'],
  ...['`', '```', '```math\n', '$', '$$', '\n$$\n', '{', '}', '%', '\\', '"', "'", '<b>', '<!--'],
  ...['x^2', '\\frac{a}{b}', '\\href{javascript:x}{y}', 'http://a.example', 'javascript:x'],
];

describe('markdown in paragraphs', () => {
  it('is the same for every text of the exams', () => {
    expect(TEXTS.length).toBeGreaterThan(500);
    for (const text of new Set(TEXTS)) {
      expect(comparable(ours(text, 'block')), text).toEqual(comparable(theirs(text, 'block')));
    }
  });

  it.each(Object.entries(SAMPLES))('is the same for %s', (_, text) => {
    expect(comparable(ours(text, 'block'))).toEqual(comparable(theirs(text, 'block')));
  });

  it('is the same for whatever is typed', () => {
    const typed = fc
      .array(fc.constantFrom(...PIECES), { maxLength: 25 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        fc.pre(typeset(text, 'block') !== null);
        expect(comparable(ours(text, 'block'))).toEqual(comparable(theirs(text, 'block')));
      }),
      { numRuns: 500 },
    );
  });
});

/** Without the box around a table, and with a heading where ours knows that there is none. */
function boxless(nodes: readonly HtmlNode[], inHead = false): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node];
    const children = boxless(node.children, node.tag === 'thead' || (inHead && node.tag === 'tr'));
    if (node.attributes.class === 'wide-table') return children;
    const { scope: _, ...attributes } = node.attributes;
    return [{ tag: inHead && node.tag === 'td' ? 'th' : node.tag, attributes, children }];
  });
}

/** Rows that say less than their table has columns; theirs are filled up. */
const isFull = (nodes: readonly HtmlNode[]) =>
  elementsOf(nodes)
    .filter(({ tag }) => tag === 'table')
    .every((table: HtmlElement) => {
      const rows = elementsOf([table]).filter(({ tag }) => tag === 'tr');
      return rows.every(({ children }) => children.length === rows[0]?.children.length);
    });

const TABLES = {
  plain: '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |',
  'columns aligned': 'a | b | c | d\n:-- | --: | :-: | ---\n1 | 2 | 3 | 4',
  'formulas in cells': '| $n$ | $\\frac{1}{n}$ |\n|--:|:--|\n| $1$ | $x_1$ **b** `c` |',
  'a bar in a cell': '| a \\| b | `c \\| d` |\n|---|---|\n| e | f |',
  'an empty corner': '| | a |\n|---|---|\n| b | c |',
  'too many cells': '| a |\n|---|\n| b | c |',
  'a head alone': '| a | b |\n|---|---|',
  'in a list': '- a\n\n  | b | c |\n  |---|---|\n  | d | e |\n- f',
  'in a quotation': '> | b |\n> |---|\n> | d |\n\nafter',
  'ended by a heading': '| a |\n|---|\n| b |\n# c',
};

describe('tables of authors', () => {
  const both = (text: string) => {
    const html = typeset(text, 'block', NO_PICTURES);
    return { mine: boxless(htmlTree(html ?? '')), other: theirs(text, 'block', 'author') };
  };

  it.each(Object.entries(TABLES))('are the same: %s', (_, text) => {
    const { mine, other } = both(text);
    expect(elementsOf(mine).map(({ tag }) => tag)).toContain('table');
    expect(comparable(mine)).toEqual(comparable(other));
  });

  it.each(Object.entries(TABLES))('are no tables to students: %s', (_, text) => {
    expect(comparable(ours(text, 'block'))).toEqual(comparable(theirs(text, 'block')));
  });

  it('are the same for whatever is typed', () => {
    const pieces = [...PIECES, '|', ' | ', '|-|-|\n', '\n|-|:-:|\n', '| a | b |\n|-|-|\n', '\\|'];
    const typed = fc
      .array(fc.constantFrom(...pieces.filter((piece) => !/[[<]/.test(piece))), { maxLength: 25 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        fc.pre(typeset(text, 'block') !== null);
        const { mine, other } = both(text);
        fc.pre(isFull(mine));
        expect(comparable(mine)).toEqual(comparable(other));
      }),
      { numRuns: 500 },
    );
  });
});

describe('markdown in a line', () => {
  it.each(Object.entries(SAMPLES))('reads and sounds the same for %s', (_, text) => {
    expect(textOf(ours(text, 'inline'))).toBe(textOf(theirs(text, 'inline')));
    expect(mathMl(ours(text, 'inline'))).toEqual(mathMl(theirs(text, 'inline')));
  });
});

describe('a formula', () => {
  it.each(['x', '\\frac{a}{b}', '\\nabla_{\\theta} f', '\\unknown{x}', '\\frac{a', "f'", 'a<b'])(
    '%s is the same as between dollar signs',
    (latex) => {
      const [line] = theirs(`$${latex}$`, 'inline');
      expect(comparable([{ tag: 'p', attributes: {}, children: ours(latex, 'formula') }])).toEqual(
        comparable(line === undefined ? [] : [line]),
      );
    },
  );
});

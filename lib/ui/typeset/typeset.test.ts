import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf, type HtmlElement, htmlTree, textOf } from '@/lib/testing/html-tree';
import { type Form, typeset } from './typeset';

const FORMS: readonly Form[] = ['block', 'inline', 'formula'];

/** Nothing else is ever written, whatever the text is. */
const TAGS = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'pre', 'hr'],
  ...['em', 'strong', 'code', 'a', 'br', 'span', 'svg', 'path', 'line'],
  ...['math', 'semantics', 'annotation', 'mrow', 'mi', 'mo', 'mn', 'ms', 'mtext', 'mspace'],
  ...['mstyle', 'merror', 'mpadded', 'mphantom', 'menclose', 'mfrac', 'msqrt', 'mroot', 'msub'],
  ...['msup', 'msubsup', 'munder', 'mover', 'munderover', 'mtable', 'mtr', 'mtd', 'mlabeledtr'],
]);
const ATTRIBUTES = new Set([
  ...['class', 'style', 'title', 'href', 'start', 'tabindex', 'role', 'aria-label', 'aria-hidden'],
  ...['xmlns', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'd', 'x1', 'x2', 'y1', 'y2'],
  ...['stroke-width', 'display', 'encoding', 'mathvariant', 'mathcolor', 'mathbackground'],
  ...['mathsize', 'stretchy', 'fence', 'separator', 'lspace', 'rspace', 'minsize', 'maxsize'],
  ...['accent', 'accentunder', 'linethickness', 'scriptlevel', 'displaystyle', 'columnalign'],
  ...['columnspacing', 'columnlines', 'rowspacing', 'rowlines', 'notation', 'voffset', 'depth'],
  ...['movablelimits', 'largeop', 'symmetric', 'side', 'linebreak', 'alttext'],
]);
const SAFE_LINK = /^(?:(?:https?|ircs?|mailto|xmpp):|[^:]*$|[^:]*[/?#])/i;

/** What an element has that nothing typeset may have. */
function unsafeIn({ tag, attributes }: HtmlElement): string[] {
  const names = Object.keys(attributes);
  return [
    ...(TAGS.has(tag) ? [] : [`<${tag}>`]),
    ...names.filter((name) => !ATTRIBUTES.has(name)).map((name) => `<${tag} ${name}>`),
    ...(SAFE_LINK.test(attributes.href ?? '') ? [] : [`href="${attributes.href}"`]),
    ...(/url\(|expression|import/i.test(attributes.style ?? '')
      ? [`style ${attributes.style}`]
      : []),
  ];
}

const treeOf = (text: string, form: Form) => htmlTree(typeset(text, form) ?? '');
const unsafe = (text: string, form: Form) => elementsOf(treeOf(text, form)).flatMap(unsafeIn);
const tagsOf = (text: string, form: Form) => elementsOf(treeOf(text, form)).map(({ tag }) => tag);
const linksOf = (text: string) =>
  elementsOf(treeOf(text, 'block')).flatMap(({ tag, attributes: { href } }) =>
    tag === 'a' ? [href] : [],
  );

describe('a hostile text writes no element and no attribute of its own', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '<svg onload=alert(1)>',
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    '</div></span><iframe src="https://a.example">',
    '<!-- --><style>*{display:none}</style>',
    '`</code><script>alert(1)</script>`',
    '```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
    '[x](https://a.example "\\" onmouseover=alert(1) x=\\"")',
    '[x](<https://a.example" onmouseover="alert(1)>)',
    '<https://a.example/"onmouseover="alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '![x](https://a.example/y.png "z")',
    '[![x](javascript:alert(1))](https://a.example)',
    '$</span><script>alert(1)</script>$',
    '$\\text{</annotation><script>alert(1)</script>}$',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\url{javascript:alert(1)}$',
    '$\\includegraphics[height=1em]{https://a.example/x.png}$',
    '$\\htmlClass{mantine-Modal-root}{x}$ $\\htmlId{sheet}{x}$ $\\htmlData{part=x}{x}$',
    '$\\htmlStyle{position:fixed;inset:0}{x}$',
    '$\\color{red;background:url(https://a.example)}x$',
    '$\\unknown"onmouseover="alert(1)$',
    `$\\rule{${'9'.repeat(9)}em}{1em}$`,
  ];

  it.each(HOSTILE)('%s', (text) => {
    for (const form of FORMS) expect(unsafe(text, form)).toEqual([]);
  });

  it('holds whatever is typed', () => {
    const pieces = [...HOSTILE, '*', '`', '[', '](', ')', '!', '<', '>', '"', "'", '$', '$$', '\n'];
    const typed = fc.array(fc.constantFrom(...pieces, 'javascript:', '&#58;', '\\', '{', '}'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(typed, fc.constantFrom(...FORMS), (all, form) => {
        expect(unsafe(all.join(''), form)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a link', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    'vbscript:x',
    'file:///etc/passwd',
    '&#106;avascript:alert(1)',
    'javascript&colon;alert(1)',
    '&#1;javascript:alert(1)',
    'java&#10;script:alert(1)',
    'blob:https://a.example/1',
  ])('to %s leads nowhere', (url) => {
    expect(linksOf(`[x](<${url}>)`)).toEqual(['']);
  });

  it.each(['https://a.example/b?c=d:e#f', 'mailto:a@b.example', '/exams', '#a', '?a=b:c'])(
    'to %s stays',
    (url) => {
      expect(linksOf(`[x](${url})`)).toEqual([url]);
    },
  );
});

describe('what is not read', () => {
  it('as HTML is shown as it was written', () => {
    const text = 'a <b>bold</b> <script>alert(1)</script>';
    expect(textOf(treeOf(text, 'block'))).toBe(text.replaceAll(' ', ''));
  });

  it('as an image is not shown, nor a word of it', () => {
    expect(typeset('a ![b](https://a.example/c.png) d', 'block')).toBe('<p>a  d</p>');
  });
});

it.each(FORMS)('nothing is typeset beyond the bounds, as %s', (form) => {
  expect(typeset(`${'{'.repeat(100)}x`, form)).toBeNull();
});

describe('markdown in a line', () => {
  it('has nothing that ends the line around it', () => {
    const text =
      '# a\n\n- b\n\n  c\n\n> d\n\n---\n\n1. e\n   - f\n\n```\ng\n```\n\n#### h\n\ni  \nj\n\n$$\nk\n$$';
    const phrasing = new Set(tagsOf('a **b** *c* `d` $e$ [f](g)  \nh', 'inline'));
    expect(tagsOf(text, 'inline').filter((tag) => !phrasing.has(tag))).toEqual([]);
    for (const letter of 'abcdefghij') expect(textOf(treeOf(text, 'inline'))).toContain(letter);
  });
});

describe('a formula', () => {
  it.each(['\\href{https://a.example}{x}', '\\includegraphics{a.png}', '\\htmlClass{c}{x}'])(
    'cannot do %s, which is shown in red',
    (latex) => {
      expect(typeset(latex, 'formula')).toMatch(/#cc0000/);
    },
  );

  it('forgets what a formula defined', () => {
    typeset('\\gdef\\mine{x}', 'formula');
    expect(typeset('\\mine', 'formula')).toContain('#cc0000');
  });

  it('is there for eyes and ears', () => {
    const elements = elementsOf(treeOf('so $\\frac{a}{b}$', 'block'));
    const hidden = elements.find(({ attributes }) => attributes['aria-hidden'] === 'true');
    expect(hidden?.attributes.class).toBe('katex-html');
    expect(elements.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['math', 'mfrac']));
  });

  it('scrolls by keyboard where it is displayed, and only there', () => {
    const scrollable = (text: string, form: Form) =>
      elementsOf(treeOf(text, form)).flatMap(({ attributes: { tabindex, role, ...rest } }) =>
        tabindex === undefined ? [] : [[rest.class, tabindex, role, rest['aria-label']]],
      );
    const displayed = ['katex-display', '0', 'group', 'Formula'];
    expect(scrollable('$$\nx\n$$\n\n- a\n\n  $$\n  y\n  $$', 'block')).toEqual([
      displayed,
      displayed,
    ]);
    expect(scrollable('$x$', 'block')).toEqual([]);
    // Within a label or a button nothing else may take the focus.
    expect(scrollable('$$\nx\n$$', 'inline')).toEqual([]);
  });
});

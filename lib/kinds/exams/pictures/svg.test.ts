import { describe, expect, it } from 'vitest';
import { readSvg } from './svg';

const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';
const svg = (content: string, attributes = 'width="30" height="20"') =>
  `<svg ${XMLNS} ${attributes}>${content}</svg>`;
const error = (source: string) => {
  const read = readSvg(source);
  return read.ok ? null : read.error;
};

describe('the size of an SVG', () => {
  it.each([
    ['width="30" height="20"', 30, 20],
    ['width="30px" height="20.4px"', 30, 20],
    ['width="1in" height="2.54cm"', 96, 96],
    ['width="72pt" height="1e1mm"', 96, 38],
    ['viewBox="0 0 300 200"', 300, 200],
    ['viewBox="-5,-5,30,20"', 30, 20],
    ['width="60" viewBox="0 0 30 20"', 60, 40],
    ['height="40" viewBox="0 0 30 20"', 60, 40],
    ['width="100%" height="100%" viewBox="0 0 30 20"', 30, 20],
    ['width=".1" height=".1"', 1, 1],
  ])('%s is %i by %i', (attributes, width, height) => {
    expect(readSvg(svg('', attributes))).toEqual({ ok: true, value: { width, height } });
  });

  it.each(['', 'width="30"', 'width="100%" height="100%"', 'viewBox="0 0 0 0"', 'viewBox="x"'])(
    'is needed: %s',
    (attributes) => {
      expect(error(svg('', attributes))).toContain('neither');
    },
  );
});

describe('an SVG that draws', () => {
  it.each([
    ['as programs write it', '<g><path d="M0 0z" style="fill:#000;stroke:none"/></g>'],
    ['with a style', '<style type="text/css">* { stroke: #000 }</style><path d="M0 0"/>'],
    ['with a style in CDATA', '<style><![CDATA[ a > b { fill: url(#g) } ]]></style>'],
    ['with parts that refer to each other', '<defs><path id="a"/></defs><use href="#a"/>'],
    ['with a gradient', '<rect fill="url(#g)" clip-path="url( \'#c\' )"/>'],
    ['with a picture in it', '<image href="data:image/png;base64,AAAA"/>'],
    ['with words', '<title>A &lt; B &amp; C</title><text>x &#8704; y</text>'],
    [
      'with what its program adds',
      '<metadata xmlns:rdf="x"><rdf:type rdf:resource="http://a"/></metadata>',
    ],
    ['with a path of Windows in an attribute of its program', '<g x:file="C:\\a(1)" xmlns:x="x"/>'],
  ])('is taken: %s', (_, content) => {
    expect(error(svg(content))).toBeNull();
  });

  it('may begin as XML does', () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    const head = '\uFEFF<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- by hand -->\n';
    expect(error(`${head}${doctype}\n${svg('')}\n<!-- end -->\n`)).toBeNull();
    const prefixed = '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
    expect(error(prefixed)).toBeNull();
  });
});

describe('an SVG that does more than draw is refused', () => {
  it.each([
    ['<script>alert(1)</script>', 'has a <script>'],
    ['<SCRIPT>alert(1)</SCRIPT>', 'has a <SCRIPT>'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg"/>', 'has a <x:script>'],
    ['<foreignObject/>', 'has a <foreignObject>'],
    ['<g xmlns:h="http://www.w3.org/1999/xhtml"><h:img/></g>', 'with HTML in it'],
    ['<path onload="alert(1)"/>', '`onload`'],
    ['<path OnLoad="alert(1)"/>', '`OnLoad`'],
    ['<image href="https://a.example/x.png"/>', 'refers to another file: https://a.example/x.png'],
    ['<image xlink:href="x.png" xmlns:xlink="x"/>', 'refers to another file: x.png'],
    ['<use href="other.svg#a"/>', 'refers to another file'],
    ['<use href="&#x68;ttps://a.example"/>', 'refers to another file: https://a.example'],
    ['<a href="javascript:alert(1)"/>', 'refers to another file'],
    ['<image href="data:image/svg+xml,x"/>', 'refers to another file'],
    ['<image href="data:text/html,x"/>', 'refers to another file'],
    ['<set attributeName="href" to="javascript:alert(1)"/>', 'changes `href`'],
    ['<animate attributeName="xlink:href" values="x"/>', 'changes `xlink:href`'],
    ['<rect fill="url(https://a.example/x.svg#g)"/>', 'refers to another file'],
    ['<rect style="fill:URL( \'//a.example/x\' )"/>', 'refers to another file'],
    ['<rect style="fill:u\\72l(https://a.example)"/>', 'backslash'],
    ['<style>@import "https://a.example/x.css";</style>', 'loads another file'],
    ['<style>@font-face { src: url(x.woff) }</style>', 'refers to another file: x.woff'],
    ['<style><![CDATA[ * { fill: url(x.svg) } ]]></style>', 'refers to another file'],
    ['<style>* { background: image-set("x.png" 1x) }</style>', 'loads another file'],
    ['<style>@\\69mport "x"</style>', 'backslash'],
    ['<g xml:base="https://a.example/"/>', 'xml:base'],
    ['<?xml-stylesheet href="x.css"?>', 'instruction <?xml-stylesheet?>'],
  ])('%s', (content, message) => {
    expect(error(svg(content))).toContain(message);
  });

  it('also where it defines names of its own', () => {
    const entities = '<!DOCTYPE svg [<!ENTITY x "https://a.example">]>';
    expect(error(entities + svg('<image href="&x;"/>'))).toContain('defines names of its own');
    expect(error(svg('<image href="&x;"/>'))).toContain('is no XML');
  });

  it('or is not written as it says', () => {
    expect(error(`<?xml version="1.0" encoding="UTF-16"?>${svg('')}`)).toContain('not UTF-8');
  });
});

describe('what no browser shows is refused', () => {
  it.each([
    ['<svg width="1" height="1"/>', 'lacks xmlns'],
    ['<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>', 'HTML'],
    [`<g ${XMLNS} width="1" height="1"><svg/></g>`, 'is no SVG'],
    [svg('<g>'), '</svg> closes nothing'],
    [`<svg ${XMLNS} width="1" height="1"><g>`, '<g> is not closed'],
    [`${svg('')}${svg('')}`, 'something follows </svg>'],
    [`${svg('')}x`, 'text around <svg>'],
    [svg('<path d="a" d="b"/>'), 'is no XML: line 1'],
    [svg('\n\n<path d=a/>'), 'is no XML: line 3'],
    [svg('a & b'), 'is no XML'],
    [svg('<!-- without end'), 'is no XML'],
    [svg('<g>'.repeat(300) + '</g>'.repeat(300)), 'nests too deep'],
    ['', 'is no SVG'],
  ])('%s', (source, message) => {
    expect(error(source)).toContain(message);
  });

  it.each([
    `<svg${' '.repeat(2_000_000)}`,
    `<svg ${'a="1" '.repeat(300_000)}`,
    `<svg>${'<!--'.repeat(500_000)}`,
    `<svg>${'<g>'.repeat(600_000)}`,
    `<svg a="${'&amp;'.repeat(400_000)}`,
    svg(`<style>${'url('.repeat(400_000)}</style>`),
    svg(`<style>${'url   '.repeat(300_000)}</style>`),
  ])('or taken, in bounded time', { timeout: 10_000 }, (source) => {
    expect(() => readSvg(source)).not.toThrow();
  });
});

import type { fromMarkdown } from 'mdast-util-from-markdown';
// Says that formulas are nodes, too.
import type {} from 'mdast-util-math';
import { encode } from 'micromark-util-encode';
import { sanitizeUri } from 'micromark-util-sanitize-uri';
import { formulaHtml } from './formula';
import { DECORATIVE, type Pictures, pictureNamed } from './pictures';
import { tableHtml, tableInLine } from './table-html';

/** A piece of markdown as the parser has it. */
type Node = ReturnType<typeof fromMarkdown>['children'][number];
type List = Extract<Node, { type: 'list' }>;
type Image = Extract<Node, { type: 'image' }>;

/** What a text may show beside its words; null: no author wrote it, and it shows no pictures at all. */
type Shown = Pictures | null;

/** A piece that stands in paragraphs of its own. */
export function blockHtml(node: Node, shown: Shown): string {
  const displayed = displayedFormula(node);
  if (displayed !== null) return displayed.replace(DISPLAYED, SCROLLABLE);
  switch (node.type) {
    case 'paragraph':
      return `<p>${phrase(node.children, shown)}</p>`;
    case 'heading':
      return `<h${node.depth}>${phrase(node.children, shown)}</h${node.depth}>`;
    case 'blockquote':
      return `<blockquote>\n${lines(node.children.map((child) => blockHtml(child, shown)))}</blockquote>`;
    case 'list':
      return listHtml(node, shown);
    case 'table':
      return tableHtml(node, (nodes) => phrase(nodes, shown));
    case 'code':
      return `<pre><code>${encode(node.value)}\n</code></pre>`;
    case 'thematicBreak':
      return '<hr>';
    default:
      return phrase([node], shown);
  }
}

/**
 * A piece that stands within a line of something else. Whatever would end that line is left out and
 * what it holds is kept: the browser's parser closes a paragraph where a list begins.
 */
export function inlineHtml(node: Node, shown: Shown): string {
  const displayed = displayedFormula(node);
  if (displayed !== null) return displayed;
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return `<span>${phrase(node.children, shown)}</span>`;
    case 'blockquote':
    case 'list':
    case 'listItem':
      return lines(node.children.map((child) => inlineHtml(child, shown)));
    case 'code':
      return `<code>${encode(node.value)}</code>`;
    case 'table':
      return tableInLine(node, (nodes) => phrase(nodes, shown));
    default:
      return phrase([node], shown);
  }
}

/** Where links may lead; others lead nowhere. A link without a protocol leads within the site. */
const PROTOCOLS = /^(https?|ircs?|mailto|xmpp)$/i;

/** The pieces of a line; of others nothing is shown. */
function phrase(nodes: readonly Node[], shown: Shown): string {
  return nodes.map((node) => phraseHtml(node, shown)).join('');
}

function phraseHtml(node: Node, shown: Shown): string {
  switch (node.type) {
    case 'text':
      return encode(node.value);
    case 'inlineMath':
      return formulaHtml(node.value, 'in a line');
    case 'inlineCode':
      return `<code>${encode(node.value)}</code>`;
    case 'emphasis':
      return `<em>${phrase(node.children, shown)}</em>`;
    case 'strong':
      return `<strong>${phrase(node.children, shown)}</strong>`;
    case 'link': {
      const title = node.title ? ` title="${encode(node.title)}"` : '';
      return `<a href="${sanitizeUri(node.url, PROTOCOLS)}"${title}>${phrase(node.children, shown)}</a>`;
    }
    case 'break':
      return '<br>\n';
    case 'image':
      return pictureHtml(node, shown);
    default:
      return '';
  }
}

/**
 * A picture that the exam brought along; of any other its description, so that no text can load
 * something. Eager: what is on the page when a connection is lost has to be there already.
 */
function pictureHtml({ url, alt, title }: Image, shown: Shown): string {
  if (shown === null) return '';
  const words = encode(alt ?? '');
  const picture = pictureNamed(url, shown);
  if (picture === null) return words;
  const { src, width, height } = picture;
  const more = title && title !== DECORATIVE ? ` title="${encode(title)}"` : '';
  return `<img src="${encode(src)}" alt="${words}"${more} width="${width}" height="${height}" loading="eager" decoding="async">`;
}

/** The items of a list with an empty line in between are paragraphs; others are lines. */
function listHtml({ ordered, start, spread, children }: List, shown: Shown): string {
  const isLoose = spread || children.some((item) => item.spread);
  const items = children.map((item) => {
    const blocks = item.children.map((node) =>
      node.type === 'paragraph' && !isLoose ? phrase(node.children, shown) : blockHtml(node, shown),
    );
    return `<li>${blocks.join('\n')}</li>`;
  });
  const [tag, from] = ordered ? ['ol', start] : ['ul', null];
  const first = from !== null && from !== undefined && from !== 1 ? ` start="${from}"` : '';
  return `<${tag}${first}>\n${lines(items)}</${tag}>`;
}

function lines(parts: readonly string[]): string {
  return parts.map((part) => `${part}\n`).join('');
}

/** A displayed formula may be wider than a phone: it scrolls, by keyboard too. */
const DISPLAYED = '<span class="katex-display"';
const SCROLLABLE = `${DISPLAYED} tabindex="0" role="group" aria-label="Formula"`;

/** Between lines of `$$`, or as code in the language `math`; null where the piece is neither. */
function displayedFormula(node: Node): string | null {
  if (node.type === 'math') return formulaHtml(node.value, 'alone');
  // Code ends with its last line.
  if (node.type === 'code' && node.lang === 'math') return formulaHtml(`${node.value}\n`, 'alone');
  return null;
}

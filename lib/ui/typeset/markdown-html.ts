import type { fromMarkdown } from 'mdast-util-from-markdown';
// Says that formulas are nodes, too.
import type {} from 'mdast-util-math';
import { encode } from 'micromark-util-encode';
import { sanitizeUri } from 'micromark-util-sanitize-uri';
import { formulaHtml } from './formula';

/** A piece of markdown as the parser has it. */
type Node = ReturnType<typeof fromMarkdown>['children'][number];
type List = Extract<Node, { type: 'list' }>;

/** A piece that stands in paragraphs of its own. */
export function blockHtml(node: Node): string {
  const displayed = displayedFormula(node);
  if (displayed !== null) return displayed.replace(DISPLAYED, SCROLLABLE);
  switch (node.type) {
    case 'paragraph':
      return `<p>${phrase(node.children)}</p>`;
    case 'heading':
      return `<h${node.depth}>${phrase(node.children)}</h${node.depth}>`;
    case 'blockquote':
      return `<blockquote>\n${lines(node.children.map(blockHtml))}</blockquote>`;
    case 'list':
      return listHtml(node);
    case 'code':
      return `<pre><code>${encode(node.value)}\n</code></pre>`;
    case 'thematicBreak':
      return '<hr>';
    default:
      return phrase([node]);
  }
}

/**
 * A piece that stands within a line of something else. Whatever would end that line is left out and
 * what it holds is kept: the browser's parser closes a paragraph where a list begins.
 */
export function inlineHtml(node: Node): string {
  const displayed = displayedFormula(node);
  if (displayed !== null) return displayed;
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return `<span>${phrase(node.children)}</span>`;
    case 'blockquote':
    case 'list':
    case 'listItem':
      return lines(node.children.map(inlineHtml));
    case 'code':
      return `<code>${encode(node.value)}</code>`;
    default:
      return phrase([node]);
  }
}

/** Where links may lead; others lead nowhere. A link without a protocol leads within the site. */
const PROTOCOLS = /^(https?|ircs?|mailto|xmpp)$/i;

/** The pieces of a line. Of others nothing is shown: an image would let a text load something. */
function phrase(nodes: readonly Node[]): string {
  return nodes.map(phraseHtml).join('');
}

function phraseHtml(node: Node): string {
  switch (node.type) {
    case 'text':
      return encode(node.value);
    case 'inlineMath':
      return formulaHtml(node.value, 'in a line');
    case 'inlineCode':
      return `<code>${encode(node.value)}</code>`;
    case 'emphasis':
      return `<em>${phrase(node.children)}</em>`;
    case 'strong':
      return `<strong>${phrase(node.children)}</strong>`;
    case 'link': {
      const title = node.title ? ` title="${encode(node.title)}"` : '';
      return `<a href="${sanitizeUri(node.url, PROTOCOLS)}"${title}>${phrase(node.children)}</a>`;
    }
    case 'break':
      return '<br>\n';
    default:
      return '';
  }
}

/** The items of a list with an empty line in between are paragraphs; others are lines. */
function listHtml({ ordered, start, spread, children }: List): string {
  const isLoose = spread || children.some((item) => item.spread);
  const items = children.map((item) => {
    const blocks = item.children.map((node) =>
      node.type === 'paragraph' && !isLoose ? phrase(node.children) : blockHtml(node),
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

import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** An element with its attributes by name and what it holds, or a run of text. */
export type HtmlNode = HtmlElement | string;

export interface HtmlElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly HtmlNode[];
}

/** HTML as a browser reads it. White space is one space, and none between elements alone. */
export function htmlTree(html: string): HtmlNode[] {
  return parseFragment(html).childNodes.flatMap(asNode);
}

function asNode(node: DefaultTreeAdapterTypes.ChildNode): HtmlNode[] {
  if ('value' in node) return node.value.trim() === '' ? [] : [node.value.replace(/\s+/g, ' ')];
  if (!('tagName' in node)) return [];
  const attributes = node.attrs.map(({ name, value }) => [name, value] as const);
  return [
    {
      tag: node.tagName,
      attributes: Object.fromEntries(attributes),
      children: node.childNodes.flatMap(asNode),
    },
  ];
}

/** Every element, whatever holds it. */
export function elementsOf(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [node, ...elementsOf(node.children)],
  );
}

/** What is to be read, white space aside. */
export function textOf(nodes: readonly HtmlNode[]): string {
  const text = nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children)));
  return text.join('').replace(/\s+/g, '');
}

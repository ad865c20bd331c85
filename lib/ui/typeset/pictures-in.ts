import { readMarkdown } from './read-markdown';

/** A picture of a text, and where in the text it begins. */
export interface PictureInText {
  name: string;
  /** What stands in its place for those who do not see it; empty where nothing does. */
  alt: string;
  title: string | null;
  offset: number;
}

type Root = ReturnType<typeof readMarkdown>;
type Node = Root | Root['children'][number];

/**
 * The pictures of an author's markdown, and the offset of all that was meant to be one but is shown as
 * it is written, such as `![a](two words.png)`.
 */
export function picturesIn(text: string): { pictures: PictureInText[]; unread: number[] } {
  const pictures: PictureInText[] = [];
  const unread: number[] = [];
  if (!text.includes('![')) return { pictures, unread };
  const visit = (node: Node): void => {
    const offset = node.position?.start.offset ?? 0;
    if (node.type === 'image')
      pictures.push({ name: node.url, alt: node.alt ?? '', title: node.title ?? null, offset });
    else if (node.type === 'text') {
      const source = text.slice(offset, node.position?.end.offset);
      for (const { 0: sign, index } of source.matchAll(MEANT))
        if (sign.startsWith('!')) unread.push(offset + index);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(readMarkdown(text, 'author'));
  return { pictures, unread };
}

/** `\!` and `!\[` are meant as they stand. */
const MEANT = /\\.|!\[[^\]\n]*\]\([^)\n]*\)?/gs;

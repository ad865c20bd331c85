import { nestingOf } from '@/lib/ui/nesting';

/**
 * What typesetting may cost. The parser of markdown takes time quadratic in the depth of lists and
 * quotations and recurses through them; KaTeX takes some 0.4 ms for a formula or a column. Within
 * these limits the slowest text found takes a fraction of a second (typesettable.test.ts).
 */
const MOST = {
  characters: 20_000,
  /** Lists and quotations within each other. */
  depth: 10,
  dollars: 800,
  columns: 400,
  rows: 400,
  /** Every star and underscore is held against all others. */
  emphasis: 2000,
  /** Braces within each other, in a formula. */
  braces: 60,
} as const;

/** The marks of lists and quotations that a line begins with: `> - 1. ` are three. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/;
const CONTAINER = />|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)/g;

/**
 * Whether a text of a student or an author can be typeset in bounded time. Looked at before anything
 * is parsed, in time linear in the text.
 */
export function isTypesettable(text: string): boolean {
  return (
    text.length <= MOST.characters &&
    count(text, /\$/g) <= MOST.dollars &&
    count(text, /[*_]/g) <= MOST.emphasis &&
    count(text, /&/g) <= MOST.columns &&
    count(text, /\\\\|\\cr\b/g) <= MOST.rows &&
    nestingOf(text, '{', '}') <= MOST.braces &&
    deepestContainer(text) <= MOST.depth
  );
}

/** Nesting by marks on one line, and by lines that are indented deeper and deeper. */
function deepestContainer(text: string): number {
  let deepest = 0;
  const indents: number[] = [];
  for (const line of text.split('\n')) {
    const [marks = ''] = CONTAINERS.exec(line) ?? [];
    if (marks === '') continue;
    const indent = line.search(/\S/);
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    deepest = Math.max(deepest, indents.length + count(marks, CONTAINER) - 1);
  }
  return deepest;
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

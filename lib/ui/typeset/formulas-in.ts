import type { Place } from './formula';
import { readMarkdown } from './read-markdown';

/** A formula of a text, and where in the text it begins. */
export interface FormulaInText {
  latex: string;
  place: Place;
  offset: number;
}

type Root = ReturnType<typeof readMarkdown>;
type Node = Root | Root['children'][number];

/**
 * The formulas of an author's markdown as they are typeset, and the offset of every `$` that opens a
 * formula without end and so is shown as a dollar sign.
 */
export function formulasIn(text: string): { formulas: FormulaInText[]; unclosed: number[] } {
  const formulas: FormulaInText[] = [];
  const unclosed: number[] = [];
  const visit = (node: Node): void => {
    const offset = node.position?.start.offset ?? 0;
    const source = text.slice(offset, node.position?.end.offset);
    if (node.type === 'inlineMath')
      formulas.push({ latex: node.value, place: 'in a line', offset });
    else if (node.type === 'math') {
      formulas.push({ latex: node.value, place: 'alone', offset });
      if (!CLOSED.test(source)) unclosed.push(offset);
    } else if (node.type === 'code' && node.lang === 'math') {
      formulas.push({ latex: node.value, place: 'alone', offset });
    } else if (node.type === 'text') {
      unclosed.push(...dollars(source).map((at) => offset + at));
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(readMarkdown(text, 'author'));
  return { formulas, unclosed };
}

/** Lines between `$$` end with a line of their own; without it the formula goes on to the end. */
const CLOSED = /\n[^\n$]*\${2,}\s*$/;

/** Dollar signs that are not written `\$`. */
function dollars(source: string): number[] {
  return [...source.matchAll(/\\.|\$+/gs)].flatMap(({ 0: sign, index }) =>
    sign.startsWith('$') ? [index] : [],
  );
}

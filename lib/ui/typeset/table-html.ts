import type { fromMarkdown } from 'mdast-util-from-markdown';
import { encode } from 'micromark-util-encode';

type Node = ReturnType<typeof fromMarkdown>['children'][number];
type Table = Extract<Node, { type: 'table' }>;
type Cell = Extract<Node, { type: 'tableCell' }>;

/** Writes the pieces of a line. */
type Phrase = (nodes: readonly Node[]) => string;

/**
 * A table in a box of its own, which scrolls where the table is wider than a phone, by keyboard too.
 * The box is called by what heads the columns. Cells beyond these are left out, as GitHub does.
 */
export function tableHtml({ align, children }: Table, phrase: Phrase): string {
  const [head, ...rows] = children;
  const columns = head?.children ?? [];
  const cellsOf = (cells: readonly Cell[], write: (cell: Cell, style: string) => string) =>
    cells.slice(0, columns.length).map((cell, index) => write(cell, alignment(align?.[index])));
  const heads = cellsOf(columns, ({ children: words }, style) =>
    // What heads nothing is no heading: screen readers would say an empty one with every cell.
    words.length === 0 ? `<td${style}></td>` : `<th scope="col"${style}>${phrase(words)}</th>`,
  );
  const body = rows.map(({ children: cells }) =>
    row(cellsOf(cells, (cell, style) => `<td${style}>${phrase(cell.children)}</td>`)),
  );
  const words = columns.map(plain).filter((word) => word !== '');
  const label = encode(['Table', words.join(', ')].filter(Boolean).join(': '));
  const tail = body.length > 0 ? `<tbody>\n${body.join('')}</tbody>\n` : '';
  return `<div class="wide-table" tabindex="0" role="region" aria-label="${label}"><table>\n<thead>\n${row(heads)}</thead>\n${tail}</table></div>`;
}

/** What a table holds, within a line: cell after cell. */
export function tableInLine({ children }: Table, phrase: Phrase): string {
  return children
    .map((each) => each.children.map((cell) => phrase(cell.children)).join(' '))
    .join('\n');
}

function row(cells: readonly string[]): string {
  return `<tr>\n${cells.map((cell) => `${cell}\n`).join('')}</tr>\n`;
}

function alignment(side: 'left' | 'right' | 'center' | null | undefined): string {
  return side ? ` style="text-align:${side}"` : '';
}

/** The words of a piece, formulas as they are written. */
function plain(node: Node): string {
  if ('children' in node) return node.children.map(plain).join('').trim();
  return 'value' in node ? node.value : '';
}

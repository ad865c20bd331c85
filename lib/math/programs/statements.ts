import type { BlockNode, MathNode } from 'mathjs';
import { fail, ok, type Result } from '@/lib/result';
import { type ProgramError, saidBy } from './fault';
import type { Mathjs } from './mathjs';

/** A statement as mathjs reads it, and the line that it begins in. */
export interface SourceStatement {
  line: number;
  node: MathNode;
}

/**
 * The statements of a program. Nodes of mathjs do not say where they stand, so lines are read one by
 * one; a line that is not complete by itself, as within brackets, is read with the ones below it.
 */
export function statementsIn(
  mathjs: Mathjs,
  text: string,
): Result<readonly SourceStatement[], ProgramError> {
  const lines = text.split(/\r?\n/);
  const statements: SourceStatement[] = [];
  for (let first = 0; first < lines.length; ) {
    if (isBlank(lines[first] ?? '')) {
      first++;
      continue;
    }
    const found = shortest(mathjs, lines, first);
    if (!found.ok) return found;
    const { node, last } = found.value;
    const nodes = isBlock(node) ? node.blocks.map((block) => block.node) : [node];
    statements.push(...nodes.map((each) => ({ line: first + 1, node: each })));
    first = last + 1;
  }
  return ok(statements);
}

/** The fewest lines from this one on that can be read. */
function shortest(
  mathjs: Mathjs,
  lines: readonly string[],
  first: number,
): Result<{ node: MathNode; last: number }, ProgramError> {
  let problem: ProgramError | null = null;
  for (let last = first; last < lines.length; last++) {
    const source = lines.slice(first, last + 1).join('\n');
    try {
      return ok({ node: mathjs.parse(source), last });
    } catch (error) {
      problem = { line: first + lineAt(source, error), message: saidBy(error) };
    }
    // What is wrong before its end does not become right by what follows.
    if (!isOpen(problem.message)) break;
  }
  return fail(problem ?? { line: first + 1, message: 'it cannot be read' });
}

/** Messages of the reader of mathjs where a text ends too early. */
function isOpen(message: string): boolean {
  return /unexpected end|expected|end of matrix/i.test(message);
}

/** The line within the source that an error of the reader points at, from one. */
function lineAt(source: string, error: unknown): number {
  const place: unknown = error instanceof Error ? Reflect.get(error, 'char') : null;
  if (typeof place !== 'number') return 1;
  return source.slice(0, Math.max(0, place - 1)).split('\n').length;
}

function isBlank(line: string): boolean {
  const [code = ''] = line.split('#');
  return code.trim() === '';
}

function isBlock(node: MathNode): node is BlockNode {
  return node.type === 'BlockNode';
}

import { parseDomain } from './domain';
import type { Tree } from './tree';

/** Where a sum or an integral over a domain begins and ends. */
export interface Range {
  from: Tree;
  to: Tree;
  /** Of whole numbers. */
  isWhole: boolean;
}

/** The ends of a domain such as `(0, inf)`; null where it is none or complex. */
export function rangeOf(domain: string): Range | null {
  const parsed = parseDomain(domain);
  if (!parsed || parsed.kind === 'complex') return null;
  const [from, to] =
    parsed.kind === 'real'
      ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
      : [parsed.from, parsed.to];
  return { from: endTree(from), to: endTree(to), isWhole: parsed.kind === 'integer' };
}

function endTree(end: number): Tree {
  const size: Tree =
    Math.abs(end) === Number.POSITIVE_INFINITY
      ? { kind: 'constant', name: 'infinity' }
      : Math.abs(end) === Math.PI
        ? { kind: 'constant', name: 'pi' }
        : { kind: 'number', text: String(Math.abs(end)) };
  return end < 0 ? { kind: 'negate', operand: size } : size;
}

import type { Binary, Tree } from '@/lib/math/core/tree';
import { spanAround } from './items';
import type { Infix, Reader, Start } from './reader';

/** A sign between two operands that makes a node with a left and a right part. */
export function binaryInfix(
  signs: readonly Start[],
  kind: Binary['kind'],
  level: number,
  readRight: (reader: Reader) => Tree,
): Infix {
  return {
    signs,
    level,
    read: (reader, left) => {
      const right = readRight(reader);
      return { kind, left, right, span: spanAround(left, right) };
    },
  };
}

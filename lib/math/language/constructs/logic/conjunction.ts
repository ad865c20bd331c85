import type { Tree } from '@/lib/math/core/tree';
import type { Reading } from '@/lib/math/language/construct';
import { spanAround } from '@/lib/math/language/items';
import { RELATION } from '@/lib/math/language/levels';

/** Two conditions that hold together, as the product of their indicators. */
export const reading: Reading = {
  infixes: [
    {
      signs: ['mark ∧'],
      level: RELATION,
      read: (reader, left) => {
        const right = reader.relation();
        return {
          // Of vectors both hold entry by entry.
          kind: reader.table.comparesEntries ? 'hadamard' : 'multiply',
          left: indicated(left),
          right: indicated(right),
          span: spanAround(left, right),
        };
      },
    },
  ],
};

function indicated(tree: Tree): Tree {
  return tree.kind === 'relation' ? { kind: 'indicator', condition: tree } : tree;
}

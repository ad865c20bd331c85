import type { Tree } from '@/lib/math/core/tree';
import type { Reading } from '@/lib/math/language/construct';
import { spanAround } from '@/lib/math/language/items';
import { PRODUCT, UNARY } from '@/lib/math/language/levels';

/** `a mod b` as a − b⌊a/b⌋. */
export const reading: Reading = {
  infixes: [
    {
      signs: ['command mod'],
      level: PRODUCT,
      read: (reader, left) => {
        const right = reader.unary(UNARY);
        const quotient: Tree = { kind: 'divide', left, right };
        const whole: Tree = { kind: 'call', name: 'floor', args: [quotient] };
        const multiple: Tree = { kind: 'multiply', left: right, right: whole };
        return { kind: 'subtract', left, right: multiple, span: spanAround(left, right) };
      },
    },
  ],
};

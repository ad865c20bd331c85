import type { Tree } from '@/lib/math/core/tree';
import type { Reading } from '@/lib/math/language/construct';

const HUNDRED: Tree = { kind: 'number', text: '100' };

/** `5\%` is 5/100. */
export const reading: Reading = {
  postfixes: [
    {
      signs: ['mark %'],
      read: (_reader, left, span) => ({ kind: 'divide', left, right: HUNDRED, span }),
    },
  ],
};

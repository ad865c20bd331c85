import { isScalar } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import type { Reading } from '@/lib/math/language/construct';

/** One degree in radians. */
const DEGREE: Tree = {
  kind: 'divide',
  left: { kind: 'constant', name: 'pi' },
  right: { kind: 'number', text: '180' },
};

/** `90^\circ` and `90°`. */
export const reading: Reading = {
  postfixes: [
    {
      signs: ['command circ'],
      // Between matrices it is the product entry by entry.
      fits: (reader, operand) => {
        const shape = reader.shapeOf(operand);
        return !shape.ok || isScalar(shape.value);
      },
      read: (_reader, left, span) => ({ kind: 'multiply', left, right: DEGREE, span }),
    },
  ],
  superscripts: [
    {
      read: (_reader, left, { text, span }) =>
        text === '\\circ' ? { kind: 'multiply', left, right: DEGREE, span } : null,
    },
  ],
};

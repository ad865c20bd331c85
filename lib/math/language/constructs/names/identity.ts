import { dimensionLatex } from '@/lib/math/core/dimension';
import { sizesAt } from '@/lib/math/evaluate/environment';
import { matrixOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { isMark, spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';
import { identityMatrix } from '@/lib/math/numbers/matrix';
import { requiredSize } from './size-in';

/** `I`, `I_n`, `I_3` where matrices are declared and I is no symbol. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['letter I', 'command I', 'command mathbb{I}'],
      turn: 'sign',
      read: (reader, item) => {
        const next = reader.items[reader.at + 1];
        const isIndicator = item.base.type === 'command' && next && isMark(next, '[');
        if (!reader.table.hasMatrices || item.primes > 0 || isIndicator) return null;
        reader.at++;
        const size = item.sub ? requiredSize(item.sub, item, reader.table) : null;
        return reader.scripted({ kind: 'identity', size, span: spanOf(item) }, item);
      },
    },
  ],
};

export const shape: Shaped<'identity'> = (tree, { openSizes }) => {
  const size = tree.size ?? `?${openSizes.size}`;
  if (tree.size === null) openSizes.set(tree, size);
  return [size, size];
};

export const evaluate: Evaluate<'identity'> = ({ size }, { arithmetic }) =>
  matrixOf((environment) => identityMatrix(sizesAt([size ?? 1, 1], environment)[0], arithmetic));

export const print: Print<'identity'> = ({ size }) =>
  atom(size === null ? 'I' : `I_{${dimensionLatex(size)}}`);

import { dimensionLatex } from '@/lib/math/core/dimension';
import { sizesAt } from '@/lib/math/evaluate/environment';
import { matrixOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { isMark, spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';
import { canonical, type Item } from '@/lib/math/notation/item';
import { sizeIn } from './size-in';

/**
 * `\mathbf 1` and `\mathbf 1_n`, the column of ones; with a condition behind it an indicator. `\mathbb 1`
 * is that column where it is transposed, and may be an identity elsewhere.
 */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['command mathbf{1}', 'command mathbb{1}', 'command indicator'],
      turn: 'entry',
      read: (reader, item) => {
        const size = item.sub ? sizeIn(item.sub, reader.table) : null;
        const next = reader.items[reader.at + 1];
        const isIndicator = (item.sub !== null && size === null) || (next && isMark(next, '['));
        const isBold = item.base.type === 'command' && item.base.text === 'mathbf{1}';
        if (!reader.table.hasMatrices || isIndicator || !(isBold || isTransposed(item)))
          return null;
        reader.at++;
        return reader.scripted({ kind: 'ones', size, span: spanOf(item) }, item);
      },
    },
  ],
};

function isTransposed({ sup }: Item): boolean {
  return sup !== null && ['T', '\\top'].includes(canonical(sup));
}

export const shape: Shaped<'ones'> = (tree, { openSizes }) => {
  const size = tree.size ?? openSizes.get(tree) ?? `?${openSizes.size}`;
  if (tree.size === null) openSizes.set(tree, size);
  return [size, 1];
};

export const evaluate: Evaluate<'ones'> = ({ size }, { arithmetic }) =>
  matrixOf((environment) => {
    const [rows] = sizesAt([size ?? 1, 1], environment);
    return { rows, columns: 1, data: Array.from({ length: rows }, () => arithmetic.from(1)) };
  });

export const print: Print<'ones'> = ({ size }) =>
  atom(size === null ? '\\mathbf{1}' : `\\mathbf{1}_{${dimensionLatex(size)}}`);

import { dimensionLatex, SCALAR } from '@/lib/math/core/dimension';
import { scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { nameOf, spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';

/** A named dimension as a number. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['letter', 'command'],
      turn: 'other name',
      read: (reader, item) => {
        const dimension = reader.table.dimensions.get(nameOf(item));
        if (dimension === undefined) return null;
        reader.at++;
        return reader.scripted({ kind: 'size', dimension, span: spanOf(item) }, item);
      },
    },
  ],
};

export const shape: Shaped<'size'> = () => SCALAR;

export const evaluate: Evaluate<'size'> = ({ dimension }, { arithmetic }) =>
  scalarOf((environment) => arithmetic.from(environment.size(dimension)));

export const print: Print<'size'> = ({ dimension }) => atom(dimensionLatex(dimension));

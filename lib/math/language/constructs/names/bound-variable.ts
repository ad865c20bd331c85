import { SCALAR } from '@/lib/math/core/dimension';
import { constantOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { nameOf, spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';

/** The variable of a sum, integral, limit or function body around it. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['letter', 'command'],
      turn: 'bound',
      read: (reader, item) => {
        if (!reader.isBound(item)) return null;
        reader.at++;
        return reader.scripted({ kind: 'bound', name: nameOf(item), span: spanOf(item) }, item);
      },
    },
  ],
};

export const shape: Shaped<'bound'> = () => SCALAR;

export const evaluate: Evaluate<'bound'> = ({ name }, { arithmetic, slots }) => {
  const slot = slots.get(name);
  return slot ? { scalar: true, run: () => slot() } : constantOf(arithmetic.from(Number.NaN));
};

export const print: Print<'bound'> = ({ name }) => atom(name);

import { SCALAR } from '@/lib/math/core/dimension';
import { constantOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { refuseIndex } from '@/lib/math/language/constructs/refuse-index';
import { spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';

export const reading: Reading = {
  prefixes: [
    {
      starts: ['number'],
      turn: 'sign',
      read: (reader, item) => {
        if (item.base.type !== 'number') return null;
        refuseIndex(item);
        reader.at++;
        return reader.scripted({ kind: 'number', text: item.base.text, span: spanOf(item) }, item);
      },
    },
  ],
};

export const shape: Shaped<'number'> = () => SCALAR;

export const evaluate: Evaluate<'number'> = ({ text }, { arithmetic }) =>
  constantOf(arithmetic.literal(text));

export const print: Print<'number'> = ({ text }) => {
  const [, mantissa, exponent] = /^([\d.]+)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (mantissa === undefined || exponent === undefined) return atom(text);
  // The literal stays one token, so that it is read back as the same exact number.
  return atom(`${mantissa}e${exponent}`);
};

import { SCALAR } from '@/lib/math/core/dimension';
import type { TreeOf } from '@/lib/math/core/tree';
import { constantOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';
import type { Reader } from '@/lib/math/language/reader';
import type { Item } from '@/lib/math/notation/item';

function readAs(name: TreeOf<'constant'>['name'], mayBe: (reader: Reader) => boolean) {
  return (reader: Reader, item: Item) => {
    if (item.sub || !mayBe(reader)) return null;
    reader.at++;
    return reader.scripted({ kind: 'constant', name, span: spanOf(item) }, item);
  };
}

export const reading: Reading = {
  prefixes: [
    { starts: ['command pi', 'letter pi'], turn: 'sign', read: readAs('pi', () => true) },
    {
      starts: ['command infty', 'command inf', 'letter infty', 'letter inf'],
      turn: 'sign',
      read: readAs('infinity', () => true),
    },
    { starts: ['command e', 'letter e'], turn: 'sign', read: readAs('e', () => true) },
    {
      starts: ['command i', 'letter i'],
      turn: 'sign',
      read: readAs('i', ({ table }) => table.complex),
    },
  ],
};

export const shape: Shaped<'constant'> = () => SCALAR;

export const evaluate: Evaluate<'constant'> = ({ name }, { arithmetic }) =>
  constantOf(arithmetic.constant(name));

export const print: Print<'constant'> = ({ name }) =>
  atom({ pi: '\\pi', e: 'e', i: 'i', infinity: '\\infty' }[name]);

import { SCALAR } from '@/lib/math/core/dimension';
import { matrixOf, scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { readApplication } from '@/lib/math/language/constructs/functions/application';
import { spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';
import { canonicalItem } from '@/lib/math/notation/item';
import { refuseBoundIndex } from './bound-index';

export const reading: Reading = {
  prefixes: [
    {
      starts: ['any'],
      turn: 'declared',
      read: (reader, item) => {
        const { table, items, at } = reader;
        const declared = table.find(items, at);
        if (!declared) return null;
        for (const used of items.slice(at, at + declared.length)) refuseBoundIndex(reader, used);
        reader.at += declared.length;
        const last = items[reader.at - 1] ?? item;
        const type = table.typeOf(declared.id);
        if (type?.kind === 'function') return readApplication(reader, item, last, declared, type);
        const span = { start: item.start, end: last.end };
        return reader.scripted({ kind: 'symbol', id: declared.id, span }, last, declared);
      },
    },
    {
      // Where a part takes any name, and where a name is nothing that is known.
      starts: ['letter', 'command'],
      turn: 'other name',
      read: (reader, item) => {
        refuseBoundIndex(reader, item);
        if (!reader.table.defaultScalar || item.primes > 0) return null;
        reader.at++;
        const id = canonicalItem({ ...item, sup: null }).replaceAll(' ', '');
        return reader.scripted({ kind: 'symbol', id, span: spanOf(item) }, item);
      },
    },
  ],
};

export const shape: Shaped<'symbol'> = ({ id }, { table }) => {
  const type = table.typeOf(id);
  return type?.kind === 'matrix' ? type.shape : SCALAR;
};

export const evaluate: Evaluate<'symbol'> = ({ id }, compiler) => {
  compiler.work += 1;
  return compiler.compilation.table.typeOf(id)?.kind === 'matrix'
    ? matrixOf((environment) => environment.matrix(id))
    : scalarOf((environment) => environment.scalar(id));
};

export const print: Print<'symbol'> = ({ id }, { table }) => atom(table.latexOf(id));

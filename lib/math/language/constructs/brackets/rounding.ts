import type { FunctionName } from '@/lib/math/functions/functions';
import type { Reading } from '@/lib/math/language/construct';
import { SUM } from '@/lib/math/language/levels';
import type { Prefix } from '@/lib/math/language/reader';
import { closeBracket } from './closing';

function prefix(open: '⌊' | '⌈', shut: string, name: FunctionName): Prefix {
  return {
    starts: [`mark ${open}`],
    turn: 'sign',
    read: (reader, item) => {
      reader.at++;
      const operand = reader.insideBrackets(() => reader.expression(SUM));
      const close = closeBracket(reader, item, shut);
      const span = { start: item.start, end: close.end };
      return reader.scripted({ kind: 'call', name, args: [operand], span }, close);
    },
  };
}

/** `\lfloor x\rfloor` and `\lceil x\rceil`. */
export const reading: Reading = {
  prefixes: [prefix('⌊', '⌋', 'floor'), prefix('⌈', '⌉', 'ceil')],
};

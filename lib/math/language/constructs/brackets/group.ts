import type { Reading } from '@/lib/math/language/construct';
import { refuseIndex } from '@/lib/math/language/constructs/refuse-index';

/** `{…}`, which only holds together. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['group'],
      turn: 'sign',
      read: (reader, item) => {
        if (item.base.type !== 'group') return null;
        refuseIndex(item);
        reader.at++;
        return reader.scripted(reader.inner(item.base.items, item), item);
      },
    },
  ],
};

import type { FindUnread } from '@/lib/kinds/contract';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { unreadLine } from '@/lib/kinds/fields/unread-places';
import type { DerivationAnswer, DerivationSpec } from './answer';
import { readShownLine } from './read-lines';

/** The lines that cannot be read and are no remark. */
export const findUnread: FindUnread<DerivationSpec, DerivationAnswer> = (spec, answer) => {
  const table = tableOfPart(spec);
  if (!table.ok) return [];
  return (answer.lines ?? []).flatMap((text, index) => {
    const line = readShownLine(text, index + 1, table.value, spec);
    if (line.kind !== 'unreadable' || line.isRemark) return [];
    return unreadLine(line.number, text, line.error);
  });
};

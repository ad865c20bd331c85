import type { FindUnread } from '@/lib/kinds/contract';
import { type FieldsAnswer, fieldText } from '@/lib/kinds/fields/answer';
import { readField } from '@/lib/kinds/fields/read-field';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { unreadIn } from '@/lib/kinds/fields/unread-places';
import type { RecurrenceSpec } from './answer';

/** The fields that cannot be read. */
export const findUnread: FindUnread<RecurrenceSpec, FieldsAnswer> = (spec, answer) => {
  const table = tableOfPart(spec);
  if (!table.ok) return [];
  return spec.fields.flatMap(({ name, label, leftSides }) => {
    const text = fieldText(answer, name);
    return unreadIn(`$${label}$`, text, () => readField(text, table.value, leftSides));
  });
};

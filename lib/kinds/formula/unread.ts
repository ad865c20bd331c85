import type { FindUnread } from '@/lib/kinds/contract';
import { type FieldsAnswer, fieldText } from '@/lib/kinds/fields/answer';
import { conventions, readByConvention } from '@/lib/kinds/fields/conventions';
import { unreadIn } from '@/lib/kinds/fields/unread-places';
import type { FormulaSpec } from './answer';

/** The fields that cannot be read. */
export const findUnread: FindUnread<FormulaSpec, FieldsAnswer> = (spec, answer) => {
  const readAs = conventions(spec);
  if (!readAs.ok) return [];
  return spec.fields.flatMap(({ name, label, leftSides }) => {
    const text = fieldText(answer, name);
    return unreadIn(`$${label}$`, text, () => readByConvention(text, readAs.value, leftSides));
  });
};

import type { FindUnread } from '@/lib/kinds/contract';
import { type FieldsAnswer, fieldText } from '@/lib/kinds/fields/answer';
import { conventions, readByConvention } from '@/lib/kinds/fields/conventions';
import { unreadIn } from '@/lib/kinds/fields/unread-places';
import type { FormulaSpec } from './answer';
import { askedReader } from './asks/read-asked';

/** The fields that cannot be read. */
export const findUnread: FindUnread<FormulaSpec, FieldsAnswer> = (spec, answer) => {
  const readAs = conventions(spec);
  if (!readAs.ok) return [];
  return spec.fields.flatMap((field) => {
    const { name, label, leftSides } = field;
    const text = fieldText(answer, name);
    const asked = askedReader(field, spec);
    return unreadIn(`$${label}$`, text, () =>
      asked ? asked(text) : readByConvention(text, readAs.value, leftSides),
    );
  });
};

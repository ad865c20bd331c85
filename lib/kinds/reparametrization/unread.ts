import type { FindUnread } from '@/lib/kinds/contract';
import { fieldText } from '@/lib/kinds/fields/answer';
import { readField } from '@/lib/kinds/fields/read-field';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { unreadIn } from '@/lib/kinds/fields/unread-places';
import { FIELDS, type ReparametrizationAnswer, type ReparametrizationSpec } from './answer';
import { readBase } from './base';
import { withNotations } from './notations';

/** What of the transformation, the estimator and a base of one's own cannot be read. */
export const findUnread: FindUnread<ReparametrizationSpec, ReparametrizationAnswer> = (
  spec,
  answer,
) => {
  const table = tableOfPart(withNotations(spec));
  if (!table.ok) return [];
  const baseId = Object.entries(spec.roles).find(([, role]) => role === 'base')?.[0] ?? '';
  const base = answer.base && readBase(answer.base, table.value, baseId);
  const place = base && !base.ok && base.error.unread ? base.error.place : undefined;
  const inBase =
    base && !base.ok && place ? [{ what: 'the base', message: base.error.message, place }] : [];
  const inFields = FIELDS.flatMap((name) => {
    const text = fieldText(answer, name);
    const { label, leftSides } = spec[name];
    return unreadIn(`$${label}$`, text, () => readField(text, table.value, leftSides));
  });
  return [...inBase, ...inFields];
};

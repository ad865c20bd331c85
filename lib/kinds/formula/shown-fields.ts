import type { EntryField } from '@/lib/kinds/fields/formula-field';
import type { MoreKeys } from '@/lib/kinds/fields/symbol-keys';
import type { FormulaSpec } from './answer';
import { askedReader } from './asks/read-asked';

/** The fields with what stands beside their labels, and their readers where they ask for no value. */
export function shownFields(spec: FormulaSpec): (EntryField & { hint: string | null })[] {
  return spec.fields.map((field) => {
    const { name, label, leftSides, hint, asks } = field;
    const read = askedReader(field, spec);
    const sign = asks === 'relation' ? ':' : '=';
    return { name, label, leftSides, hint, sign, more: KEYS[asks], ...(read && { read }) };
  });
}

/** Keys for what a field asks for. */
const KEYS: Readonly<Record<FormulaSpec['fields'][number]['asks'], MoreKeys | undefined>> = {
  value: undefined,
  general_solution: undefined,
  set: 'sets',
  relation: 'comparisons',
  growth: 'growth',
};

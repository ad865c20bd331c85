import type { Suspect } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import type { FormulaKey, FormulaSpec } from './answer';

/**
 * Answers that ought not to be right: each misconception, and each way to write the question itself
 * into its field, which is a left side or a symbol that is defined to be what is asked for; the empty
 * set, unless the key says that it is.
 */
export function suspects(spec: FormulaSpec, key: FormulaKey): Suspect<FieldsAnswer>[] {
  return [
    ...misconceptions(key),
    ...spec.fields.flatMap((field) => ownQuestion(field, spec, key)),
    ...spec.fields.flatMap((field) => emptySet(field, key)),
  ];
}

/** How an author writes that a set is meant to be empty. */
const WRITTEN_EMPTY = ['\\emptyset', '\\varnothing', '∅', '\\{\\}', '{}'];

/** `(2, 1)` is empty, which its author hardly means. */
function emptySet(
  { name, asks }: FormulaSpec['fields'][number],
  key: FormulaKey,
): Suspect<FieldsAnswer>[] {
  const reference = key.fields[name]?.reference ?? '';
  if (asks !== 'set' || WRITTEN_EMPTY.includes(reference.replaceAll(' ', ''))) return [];
  return [
    {
      answer: { fields: { [name]: '\\emptyset' } },
      checks: [name],
      severity: 'warning',
      message: `the set \`${reference}\` is empty; write \`\\emptyset\` where that is meant`,
      path: ['fields', name, 'reference'],
    },
  ];
}

function misconceptions(key: FormulaKey): Suspect<FieldsAnswer>[] {
  return key.misconceptions.map(({ field, expression }, index) => ({
    answer: { fields: { [field]: expression } },
    checks: [field],
    severity: 'error',
    message: `the misconception \`${expression}\` is a right answer to \`${field}\`, so nobody is ever told of it`,
    path: ['misconceptions', index, 'expression'],
  }));
}

function ownQuestion(
  { name, leftSides }: FormulaSpec['fields'][number],
  spec: FormulaSpec,
  key: FormulaKey,
): Suspect<FieldsAnswer>[] {
  const suspect = (text: string, what: string, path: PropertyKey[]): Suspect<FieldsAnswer> => ({
    answer: { fields: { [name]: text } },
    checks: [name],
    severity: 'warning',
    message: `\`${name}\` accepts its own question: ${what} is graded right as an answer`,
    path,
  });
  const [label, ...others] = leftSides;
  const sides = others.map((text, index) =>
    suspect(text, `the left side \`${text}\``, ['fields', name, 'left_sides', index]),
  );
  const defined = spec.symbols
    .filter(({ id }) => Object.hasOwn(key.definitions, id) && !Object.hasOwn(key.notAllowed, id))
    .map(({ id, latex }) =>
      suspect(latex, `the symbol \`${id}\`, which is defined to be just that,`, ['symbols', id]),
    );
  const own = label === undefined ? [] : [suspect(label, 'its label', ['fields', name, 'label'])];
  return [...own, ...sides, ...defined];
}

import type { GradeInput } from '@/lib/kinds/contract';
import { type FieldsAnswer, fieldsAnswer, fieldText } from '@/lib/kinds/fields/answer';
import { readField } from '@/lib/kinds/fields/read-field';
import { sameShape } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import type { FormulaKey, FormulaSpec } from './answer';
import type { PreparedFormula } from './prepare';

/**
 * The student's own earlier answers in place of the symbols that stand for them, where they can be
 * read; null where there is none, so that nothing can be right "given" an answer that is not there.
 */
export function followOnDefinitions(
  input: GradeInput<FormulaSpec, FormulaKey, FieldsAnswer>,
  prepared: PreparedFormula,
): Map<string, Tree> | null {
  if (!input.key.followOn) return null;
  const definitions = new Map<string, Tree>();
  for (const [id, { part, field }] of Object.entries(input.key.followOn.symbols)) {
    const answer = fieldsAnswer.safeParse(
      part === undefined ? input.answer : (input.earlier[part] ?? {}),
    );
    const definition = prepared.definitions.get(id);
    if (!answer.success || !definition) continue;
    const text = fieldText(answer.data, field);
    if (text.trim() === '') continue;
    const reading = readField(text, prepared.table, []);
    const expected = shapeOf(definition, prepared.table);
    if (!reading.ok || !expected.ok) continue;
    const { tree, shape } = reading.value;
    const [rows, columns] = shape;
    if (sameShape(expected.value, shape)) definitions.set(id, tree);
    else if (sameShape(expected.value, [columns, rows])) {
      definitions.set(id, { kind: 'transpose', operand: tree });
    }
  }
  return definitions.size > 0 ? definitions : null;
}

import { LATEX, MARKDOWN } from '@/lib/exam/written-texts';
import { examJsonSchema, type JsonSchema } from '@/lib/kinds/exams/exam-schema';

/** A text of an exam file that students or staff see typeset. */
export interface ShownText {
  text: string;
  form: 'markdown' | 'latex';
  path: readonly PropertyKey[];
}

/** The texts that the schemas of the exam and of its kinds mark as markdown or LaTeX. */
export function shownTexts(exam: unknown): ShownText[] {
  const found = new Map<string, ShownText>();
  const look = (schema: JsonSchema | boolean | undefined, value: unknown, path: PropertyKey[]) => {
    if (typeof schema !== 'object' || !isOfKind(schema, value)) return;
    for (const option of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
      look(option, value, path);
    const form = formOf(schema);
    if (typeof value === 'string' && form !== null)
      found.set(JSON.stringify(path), { text: value, form, path });
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries())
        look(itemSchema(schema, index), item, [...path, index]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value))
        look(schema.properties?.[key] ?? schema.additionalProperties, item, [...path, key]);
    }
  };
  look(examJsonSchema(), exam, []);
  return [...found.values()];
}

function formOf({ contentMediaType }: JsonSchema): ShownText['form'] | null {
  if (contentMediaType === MARKDOWN) return 'markdown';
  return contentMediaType === LATEX ? 'latex' : null;
}

function itemSchema({ items }: JsonSchema, index: number): JsonSchema | boolean | undefined {
  return Array.isArray(items) ? items[index] : items;
}

/** Of a union by `kind` only one is meant. */
function isOfKind({ properties }: JsonSchema, value: unknown): boolean {
  const kind = properties?.kind;
  if (typeof kind !== 'object' || kind.const === undefined) return true;
  return (
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind.const
  );
}

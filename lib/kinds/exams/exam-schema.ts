import { type ZodType, z } from 'zod';
import { examFileSchema, partFileSchema } from '@/lib/exam/format';
import { authoring } from '@/lib/kinds/registry/authoring';
import { kindNames } from '@/lib/kinds/registry/names';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Editors know this edition of JSON Schema best. What authors leave out has a default. */
const EDITION = { target: 'draft-7', io: 'input' } as const;

/**
 * The format of exam files as a JSON Schema, for editors: an exam whose parts are a union by `kind`.
 * What only a program can tell, such as whether points add up, is not in it.
 */
export function examJsonSchema(): JsonSchema {
  const exam = z.toJSONSchema(examFileSchema, EDITION);
  const parts = kindNames.flatMap((kind) => partsOfKind(kind, authoring[kind].authored));
  return { title: 'A Nabla exam', ...withParts(exam, { oneOf: parts }) };
}

/** Parts of one kind, which may have several forms: what every part has, and what this form has. */
function partsOfKind(kind: string, authored: ZodType): JsonSchema[] {
  const every = z.toJSONSchema(partFileSchema, EDITION);
  const own = z.toJSONSchema(authored, EDITION);
  // What they would name is named in a document of its own, and could not be found in this one.
  if (own.definitions !== undefined)
    throw new Error(
      `the schema of ${kind} refers to itself, which the schema of exams cannot hold`,
    );
  return (own.oneOf ?? [own]).map(object).map((form) => ({
    type: 'object',
    properties: {
      ...every.properties,
      kind: { const: kind, description: 'The kind of answer.' },
      ...form.properties,
    },
    required: [...(every.required ?? []), ...(form.required ?? [])],
    additionalProperties: false,
  }));
}

/** The exam's own schema says of parts only what all kinds have. */
function withParts(exam: JsonSchema, part: JsonSchema): JsonSchema {
  const assignments = object(exam.properties?.assignments);
  const assignment = object(assignments.items);
  const parts = object(assignment.properties?.parts);
  return {
    ...exam,
    properties: {
      ...exam.properties,
      assignments: {
        ...assignments,
        items: {
          ...assignment,
          properties: {
            ...assignment.properties,
            parts: { ...parts, items: part },
          },
        },
      },
    },
  };
}

function object(
  schema: JsonSchema | z.core.JSONSchema._JSONSchema | (JsonSchema | boolean)[] | undefined,
): JsonSchema {
  if (typeof schema === 'object' && !Array.isArray(schema)) return schema;
  throw new Error('the exam format has no list of assignments with parts that are mappings');
}

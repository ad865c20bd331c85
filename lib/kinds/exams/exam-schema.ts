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
  const parts = kindNames.map((kind) => partOfKind(kind, authoring[kind].authored));
  return { title: 'A Nabla exam', ...withParts(exam, { oneOf: parts }) };
}

/** Parts of one kind: what every part has, and what this kind has. */
function partOfKind(kind: string, authored: ZodType): JsonSchema {
  const every = z.toJSONSchema(partFileSchema, EDITION);
  const own = z.toJSONSchema(authored, EDITION);
  // What they would name is named in a document of its own, and could not be found in this one.
  if (own.definitions !== undefined)
    throw new Error(
      `the schema of ${kind} refers to itself, which the schema of exams cannot hold`,
    );
  return {
    type: 'object',
    properties: {
      ...every.properties,
      kind: { const: kind, description: 'The kind of answer.' },
      ...own.properties,
    },
    required: [...(every.required ?? []), ...(own.required ?? [])],
    additionalProperties: false,
  };
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

function object(schema: JsonSchema | boolean | (JsonSchema | boolean)[] | undefined): JsonSchema {
  if (typeof schema === 'object' && !Array.isArray(schema)) return schema;
  throw new Error('the exam format has no list of assignments with a list of parts');
}

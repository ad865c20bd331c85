import { z } from 'zod';

/** A value as its author sees it: "is text", "is a list". */
export function typeWords(value: unknown): string {
  if (value === null) return 'is empty';
  if (Array.isArray(value)) return 'is a list';
  switch (typeof value) {
    case 'string':
      return 'is text';
    case 'number':
      return `is the number ${value}`;
    case 'boolean':
      return `is ${value}`;
    default:
      return 'is a table of keys and values';
  }
}

/** What a schema takes: "a number", "a list", "text or a table with `constant`". */
export function expectedWords(schema: unknown): string {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return expectedWords(schema.unwrap());
  if (schema instanceof z.ZodUnion) {
    const options: unknown[] = [...schema.options];
    return [...new Set(options.map(expectedWords))].join(' or ');
  }
  if (schema instanceof z.ZodEnum) return `one of ${schema.options.join(', ')}`;
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String).join(' or ');
  if (schema instanceof z.ZodString) return 'text';
  if (schema instanceof z.ZodNumber) return schema.isInt ? 'a whole number' : 'a number';
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodTuple) return `a list of ${schema.def.items.length}`;
  if (schema instanceof z.ZodArray) return 'a list';
  if (schema instanceof z.ZodObject) {
    const keys = Object.keys(schema.shape).map((key) => `\`${key}\``);
    return `a table with ${keys.join(', ')}`;
  }
  return 'a table of keys and values';
}

import { type LoadedPart, type PartTest, partFileSchema } from '@/lib/exam/format';
import { nearest } from '@/lib/exam/nearest';
import { readAs, type SchemaProblem } from '@/lib/exam/schema-problems';
import { authoring } from '@/lib/kinds/registry/authoring';
import { isKindName, kindNames } from '@/lib/kinds/registry/names';

import { fail, ok, type Result } from '@/lib/result';

export interface ParsedPart {
  part: LoadedPart;
  tests: PartTest[];
}

/** The keys of every part, whatever its kind. */
const COMMON_KEYS = Object.keys(partFileSchema.shape);

/**
 * Validates one part as an author wrote it and splits what students may see from the key. What the
 * exam says of all its parts holds where the part says nothing else.
 */
export function parsePart(
  raw: unknown,
  { decimalComma = false }: { decimalComma?: boolean } = {},
): Result<ParsedPart, SchemaProblem[]> {
  const parsed = readAs(partFileSchema, raw);
  if (!parsed.success) return fail([...parsed.problems, ...problemsOfKind(raw)]);
  const { id, label, points, kind, prompt, solution, tests, ...own } = parsed.data;
  if (!isKindName(kind)) return fail([unknownKind(kind)]);
  const { author, readsFormulas } = authoring[kind];
  const options = decimalComma && readsFormulas ? { decimal_comma: true, ...own } : own;
  const split = author(options, COMMON_KEYS);
  if (!split.ok) return split;
  return ok({ part: { id, label, points, kind, prompt, solution, ...split.value }, tests });
}

/** What is wrong with the keys of the kind, in a part that has something else wrong, too. */
export function problemsOfKind(raw: unknown): SchemaProblem[] {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return [];
  const { kind } = raw;
  if (typeof kind !== 'string') return [];
  if (!isKindName(kind)) return [unknownKind(kind)];
  const own = Object.entries(raw).filter(([key]) => !COMMON_KEYS.includes(key));
  const split = authoring[kind].author(Object.fromEntries(own), COMMON_KEYS);
  return split.ok ? [] : split.error;
}

function unknownKind(kind: string): SchemaProblem {
  const near = nearest(kind, kindNames);
  const hint = near === null ? `one of ${kindNames.join(', ')}` : `did you mean \`${near}\`?`;
  return { message: `is "${kind}", an unknown kind of answer; ${hint}`, path: ['kind'] };
}

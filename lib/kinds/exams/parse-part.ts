import { type LoadedPart, type PartTest, partFileSchema } from '@/lib/exam/format';
import type { ContentProblem } from '@/lib/kinds/contract';
import { authoring } from '@/lib/kinds/registry/authoring';
import { isKindName, kindNames } from '@/lib/kinds/registry/names';

import { fail, ok, type Result } from '@/lib/result';

export interface ParsedPart {
  part: LoadedPart;
  tests: PartTest[];
}

/**
 * Validates one part as an author wrote it and splits what students may see from the key. What the
 * exam says of all its parts holds where the part says nothing else.
 */
export function parsePart(
  raw: unknown,
  { decimalComma = false }: { decimalComma?: boolean } = {},
): Result<ParsedPart, ContentProblem[]> {
  const parsed = partFileSchema.safeParse(raw);
  if (!parsed.success) {
    return fail(parsed.error.issues.map(({ message, path }) => ({ message, path })));
  }
  const { id, label, points, kind, prompt, solution, tests, ...own } = parsed.data;
  if (!isKindName(kind)) {
    const message = `unknown kind "${kind}"; one of ${kindNames.join(', ')}`;
    return fail([{ message, path: ['kind'] }]);
  }
  const { author, readsFormulas } = authoring[kind];
  const split = author(decimalComma && readsFormulas ? { decimal_comma: true, ...own } : own);
  if (!split.ok) return split;
  return ok({ part: { id, label, points, kind, prompt, solution, ...split.value }, tests });
}

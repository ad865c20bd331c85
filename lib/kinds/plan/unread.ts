import type { FindUnread } from '@/lib/kinds/contract';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { unreadLine } from '@/lib/kinds/fields/unread-places';
import type { PlanAnswer, PlanSpec } from './answer';
import { readProgram } from './program/program';

/** The lines that cannot be read. */
export const findUnread: FindUnread<PlanSpec, PlanAnswer> = (spec, answer) => {
  const table = tableOfPart(spec);
  if (!table.ok) return [];
  const { lines } = readProgram(answer.steps ?? [], spec, table.value);
  return lines.flatMap(({ line, text, step }) =>
    step.ok ? [] : unreadLine(line, text, step.error),
  );
};

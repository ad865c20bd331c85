import { z } from 'zod';
import type { Check } from '@/lib/exam/check';
import type { StudentCheck } from '@/lib/kinds/contract';

const verdictSchema = z.enum(['right', 'wrong', 'review']);

/** Checks as they are stored with a grade. */
export const checksSchema: z.ZodType<Check[]> = z.array(
  z.object({
    name: z.string(),
    verdict: verdictSchema,
    score: z.number(),
    points: z.number(),
    message: z.string(),
    witness: z
      .object({ summary: z.string(), data: z.record(z.string(), z.json()).optional() })
      .optional(),
    open: z.number().optional(),
    unread: z.boolean().optional(),
    blank: z.boolean().optional(),
    place: z.object({ text: z.string(), start: z.number(), end: z.number() }).optional(),
    beside: z.boolean().optional(),
    evidence: z.string(),
  }),
);

/** What a student may see of checks: named field by field, so that a new one stays behind. */
export function studentChecks(checks: readonly Check[]): StudentCheck[] {
  return checks.map(({ name, verdict, score, points, message, ...rest }) => ({
    name,
    verdict,
    score,
    points,
    message,
    ...(rest.witness && { witness: rest.witness }),
    ...(rest.beside && { beside: rest.beside }),
    ...(rest.unread && { unread: rest.unread }),
    ...(rest.blank && { blank: rest.blank }),
    ...(rest.place && { place: rest.place }),
  }));
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { JsonValue } from '@/lib/exam/check';
import { gradePart } from '@/lib/kinds/exams/grade-part';
import { parseExam } from '@/lib/kinds/exams/parse-exam';

/**
 * Answers that readers wrote who did not know how Nabla judges: attempts to earn points with nonsense, right
 * answers in unusual forms, partly right ones. `fair` is the range of points that a lecturer would give, most
 * of them said before any grade was seen. `known` marks those where Nabla still gives more or less.
 */
const outsideCase = z.strictObject({
  part: z.string(),
  note: z.string(),
  fair: z.tuple([z.number(), z.number()]),
  answer: z.json(),
  known: z.enum(['harsh', 'lenient']).optional(),
});

const here = dirname(fileURLToPath(import.meta.url));
const exams = readdirSync(here)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => ({
    slug: name.replace(/\.jsonl$/, ''),
    lines: readFileSync(join(here, name), 'utf8'),
  }));

type Outcome = 'fair' | 'review' | 'harsh' | 'lenient';

async function outcomeOf(
  slug: string,
  { part: id, answer, fair: [low, high] }: z.infer<typeof outsideCase>,
): Promise<Outcome> {
  const file = `exams/${slug}/exam.yaml`;
  const parsed = parseExam(readFileSync(file, 'utf8'), file);
  if (!parsed.ok) throw new Error(`${slug} is broken`);
  const { assignments, roundTo, unread } = parsed.value.exam;
  const part = assignments.flatMap(({ parts }) => parts).find((each) => each.id === id);
  if (!part) throw new Error(`${slug} has no part ${id}`);
  const content: JsonValue = answer;
  const setting = { note: null, roundTo, unread, seed: 'outside', earlier: {} };
  const graded = await gradePart({ ...part, ...setting, answer: content });
  if (!graded.ok) throw new Error(graded.error.message);
  const { score, verdict } = graded.value;
  if (verdict === 'review') return 'review';
  return score < low - 1e-9 ? 'harsh' : score > high + 1e-9 ? 'lenient' : 'fair';
}

describe.each(exams)('answers from outside to $slug', ({ slug, lines }) => {
  const cases = lines
    .trim()
    .split('\n')
    .map((line) => outsideCase.parse(JSON.parse(line)));

  it.each(cases.map((each) => [each.part, each.note, each] as const))(
    '%s: %s',
    async (_, __, each) => {
      const outcome = await outcomeOf(slug, each);
      // What a person decides is no verdict; a known weakness that is mended has to be taken off the list.
      if (outcome === 'review') expect(each.known).toBeUndefined();
      else expect(outcome).toBe(each.known ?? 'fair');
    },
    30_000,
  );
});

import type { JsonValue } from '@/lib/exam/check';
import { gradePart, type PartGradeInput } from '@/lib/kinds/exams/grade-part';
import { authoring } from '@/lib/kinds/registry/authoring';
import { goldenParts } from '@/lib/kinds/registry/golden';
import type { KindName } from '@/lib/kinds/registry/names';

const ROUND_TO = 0.25;

/** For tests: a value as it comes out of the database or off the wire. */
export function json(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

/** For tests: the golden parts of a kind, split as an exam is. */
export function goldenOf(kind: KindName) {
  return goldenParts[kind].map((golden) => {
    const split = authoring[kind].author(golden.part);
    if (!split.ok) throw new Error(`${kind}: ${JSON.stringify(split.error)}`);
    const { spec, key } = split.value;
    const input = (
      answer: JsonValue,
      seed = 'seed',
      note: string | null = null,
    ): PartGradeInput => ({
      kind,
      spec,
      key,
      answer,
      note,
      points: golden.points,
      roundTo: ROUND_TO,
      unread: 'review',
      seed,
      earlier: {},
    });
    const grade = (answer: JsonValue, seed?: string, note?: string) =>
      gradePart(input(answer, seed, note));
    return { golden, spec, key, input, grade };
  });
}

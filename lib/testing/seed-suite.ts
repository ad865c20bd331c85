import { describe, expect, it } from 'vitest';
import { gradeUnderSeeds, seedsSaid } from '@/lib/kinds/exams/seeds';
import type { KindName } from '@/lib/kinds/registry/names';
import { goldenOf, json } from './golden';

const SEEDS = 20;

/** For tests: every golden answer of a kind gets its grade under twenty seeds, check by check. */
export function describeSeeds(kind: KindName): void {
  for (const [index, { golden, input }] of goldenOf(kind).entries()) {
    describe(`${kind}, golden part ${index + 1}, under ${SEEDS} seeds`, () => {
      it.each(golden.cases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
        const graded = await gradeUnderSeeds(input(json(each.answer)), SEEDS);
        if (!graded.ok) throw new Error(JSON.stringify(graded.error));
        const { groups } = graded.value;
        expect(groups, seedsSaid(groups)).toHaveLength(1);
        expect(groups).toMatchObject([{ score: each.points, verdict: each.verdict }]);
      });
    });
  }
}

import { describe, expect, it } from 'vitest';
import { gradeUnderSeeds, seedsSaid } from '@/lib/kinds/exams/seeds';
import type { KindName } from '@/lib/kinds/registry/names';
import { goldenOf, json } from './golden';

/**
 * Under how many seeds each answer is graded: four on every run, as grading takes long, and others for
 * the answers next to it, so that twenty are tried in all. `SEEDS=20 npm test -- unit` tries more of each.
 */
const SEEDS = Number(process.env.SEEDS ?? 4);
const GROUPS = 5;

/** For tests: every golden answer of a kind gets its grade under several seeds, check by check. */
export function describeSeeds(kind: KindName): void {
  for (const [index, { golden, input }] of goldenOf(kind).entries()) {
    describe(`${kind}, golden part ${index + 1}, under ${SEEDS} seeds`, () => {
      const cases = golden.cases.map((each, at) => [each.name, each, at % GROUPS] as const);
      it.each(cases)('%s', async (_, each, group) => {
        const own = input(json(each.answer));
        const graded = await gradeUnderSeeds({ ...own, seed: `${own.seed} ${group}` }, SEEDS);
        if (!graded.ok) throw new Error(JSON.stringify(graded.error));
        const { groups } = graded.value;
        expect(groups, seedsSaid(groups)).toHaveLength(1);
        expect(groups).toMatchObject([{ score: each.points, verdict: each.verdict }]);
      });
    });
  }
}

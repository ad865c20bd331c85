import type { Verdict } from '@/lib/exam/check';
import type { ContentProblem } from '@/lib/kinds/contract';
import { ok, type Result } from '@/lib/result';
import { gradePart, type PartGrade, type PartGradeInput } from './grade-part';

/** Seeds under which one answer got the same grade, check by check. */
export interface SeedGroup {
  verdict: Verdict;
  score: number;
  checks: { name: string; verdict: Verdict; score: number }[];
  seeds: string[];
}

/** A seed and others made of it: `count` in all. */
function seedsFrom(seed: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? seed : `${seed}/${index + 1}`));
}

/**
 * Grades an answer under its own seed and under others. The same answer gets the same grade whatever
 * the seed, so that there is one group; more of them are a fault of the grader.
 */
export async function gradeUnderSeeds(
  input: PartGradeInput,
  count: number,
): Promise<Result<{ grade: PartGrade; groups: SeedGroup[] }, ContentProblem>> {
  const own = await gradePart(input);
  if (!own.ok) return own;
  const groups = new Map<string, SeedGroup>();
  for (const seed of seedsFrom(input.seed, count)) {
    const graded = seed === input.seed ? own : await gradePart({ ...input, seed });
    if (!graded.ok) return graded;
    const { verdict, score } = graded.value;
    const checks = graded.value.checks.map((check) => ({
      name: check.name,
      verdict: check.verdict,
      score: check.score,
    }));
    const key = JSON.stringify([verdict, score, checks]);
    const group = groups.get(key) ?? { verdict, score, checks, seeds: [] };
    group.seeds.push(seed);
    groups.set(key, group);
  }
  return ok({ grade: own.value, groups: [...groups.values()] });
}

/** What was given under which seeds, as a sentence. */
export function seedsSaid(groups: readonly SeedGroup[]): string {
  return groups
    .map(({ verdict, score, checks, seeds }) => {
      const each = checks.map((check) => `${check.name} ${check.verdict} ${check.score}`);
      return `${verdict}, ${score} points (${each.join(', ')}) under the seeds ${seeds.join(', ')}`;
    })
    .join('; ');
}

import type { LineJudge } from './judge-lines';
import { leftStanding, statesWork } from './operators';
import type { PreparedDerivation } from './prepare';
import type { ReadLine } from './read-lines';

type Forms = Parameters<typeof leftStanding>[1];

/**
 * The lines from what is asked for to the result. A chain of equalities may as well be written from
 * the result back to what is asked for; then its lines and their members are turned around.
 */
export function fromTheProblem(
  lines: readonly ReadLine[],
  { table, problem, result }: PreparedDerivation,
  forms: Forms,
  judge: LineJudge,
): readonly ReadLine[] {
  const steps = lines.flatMap((line) => (line.kind === 'steps' ? line.steps : []));
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || statesWork(problem, first) || !statesWork(problem, last)) return lines;
  if (leftStanding(first, forms, table) !== null || !judge.isEqual(result, first)) return lines;
  return lines
    .toReversed()
    .map((line) => (line.kind === 'steps' ? { ...line, steps: line.steps.toReversed() } : line));
}

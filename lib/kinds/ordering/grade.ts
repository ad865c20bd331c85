import type { Check } from '@/lib/exam/check';
import type { GradeInput } from '@/lib/kinds/contract';
import type { OrderingAnswer, OrderingKey, OrderingSpec } from './answer';
import { longestRun, misplaced, pairShare, ranksOf } from './order';

/** All points for a right order; for another one what the author's `credit` gives. */
export function grade({
  spec,
  key,
  answer,
  points,
}: GradeInput<OrderingSpec, OrderingKey, OrderingAnswer>): Check[] {
  const order = answer.order ?? [];
  const ranks = ranksOf(order, key.groups);
  const wrongPair = misplaced(ranks);
  const evidence = `Order ${order.join(', ')}; right is ${key.groups.map((group) => group.join(' = ')).join(', ')}.`;
  if (!wrongPair) {
    const message = 'Everything is in its place.';
    return [{ name: 'order', verdict: 'right', score: points, points, message, evidence }];
  }
  const run = longestRun(ranks, key.groups);
  const textAt = (place: number) =>
    spec.items.find(({ id }) => id === order[place])?.text ?? String(order[place]);
  const summary = `“${textAt(wrongPair[1])}” comes before “${textAt(wrongPair[0])}”.`;
  const share = shareOf(key.credit, ranks, run.length);
  const rightRun =
    run.length > 1
      ? `Right in a row: ${run.length} of ${order.length}, from “${textAt(run.start)}” to “${textAt(run.start + run.length - 1)}”. `
      : '';
  return [
    {
      name: 'order',
      verdict: 'wrong',
      score: share * points,
      points,
      message: `${rightRun}Not in its place: ${summary}`,
      evidence: `${evidence} Longest right run ${run.length}, share ${share.toFixed(3)} by ${key.credit}.`,
      witness: {
        summary,
        data: { before: order[wrongPair[1]] ?? '', after: order[wrongPair[0]] ?? '' },
      },
    },
  ];
}

function shareOf(credit: OrderingKey['credit'], ranks: readonly number[], run: number): number {
  if (credit === 'none') return 0;
  return credit === 'pairs' ? pairShare(ranks) : (run - 1) / (ranks.length - 1);
}

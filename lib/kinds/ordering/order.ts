/** An order as the ranks of its items: the numbers of the groups that they belong to. */
export function ranksOf(
  order: readonly string[],
  groups: readonly (readonly string[])[],
): readonly number[] {
  return order.map((id) => groups.findIndex((group) => group.includes(id)));
}

/** The places of the first neighbours that stand the wrong way round; null where none do. */
export function misplaced(ranks: readonly number[]): readonly [number, number] | null {
  const place = ranks.findIndex((rank, index) => rank > (ranks[index + 1] ?? rank));
  return place < 0 ? null : [place, place + 1];
}

/**
 * The longest stretch of an order in which items follow each other as in a right one, nothing left
 * out between them.
 */
export function longestRun(
  ranks: readonly number[],
  groups: readonly (readonly string[])[],
): { start: number; length: number } {
  let best = { start: 0, length: Math.min(1, ranks.length) };
  for (let start = 0; start < ranks.length; start++) {
    for (let length = best.length + 1; start + length <= ranks.length; length++) {
      if (isRun(ranks.slice(start, start + length), groups)) best = { start, length };
    }
  }
  return best;
}

function isRun(ranks: readonly number[], groups: readonly (readonly string[])[]): boolean {
  const [first = 0, last = 0] = [ranks[0], ranks.at(-1)];
  return ranks.every((rank, index) => {
    const step = rank - (ranks[index - 1] ?? rank);
    if (step < 0 || step > 1) return false;
    // Of a group between the first and the last, every item has to be in the run.
    const isInside = rank > first && rank < last;
    return !isInside || ranks.filter((each) => each === rank).length === groups[rank]?.length;
  });
}

/**
 * Kendall's tau of an order, at least 0: right pairs less wrong ones, over all pairs whose order
 * matters (Kendall, A New Measure of Rank Correlation, 1938). Chance alone earns nothing.
 */
export function pairShare(ranks: readonly number[]): number {
  let right = 0;
  let wrong = 0;
  for (const [index, rank] of ranks.entries()) {
    for (const later of ranks.slice(index + 1)) {
      if (later > rank) right++;
      if (later < rank) wrong++;
    }
  }
  const all = right + wrong;
  return all === 0 ? 1 : Math.max(0, (right - wrong) / all);
}

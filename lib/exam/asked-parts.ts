/**
 * Whether an attempt asks for a part: of the whole exam for each, of practice of some parts for these.
 * @param partIds the parts that were chosen; none for the whole exam
 */
export function isAsked(partIds: readonly string[], partId: string): boolean {
  return partIds.length === 0 || partIds.includes(partId);
}

/** The assignments of which an attempt asks for something, each with the parts that it asks for. */
export function askedAssignments<
  Part extends { partId: string },
  Assignment extends { parts: readonly Part[] },
>(
  assignments: readonly (Assignment & { parts: readonly Part[] })[],
  partIds: readonly string[],
): (Assignment & { parts: Part[] })[] {
  const asked = assignments.map((assignment) => ({
    ...assignment,
    parts: assignment.parts.filter(({ partId }) => isAsked(partIds, partId)),
  }));
  return partIds.length === 0 ? asked : asked.filter(({ parts }) => parts.length > 0);
}

/** What the parts that are asked for are worth together, exact to the four digits that are stored. */
export function pointsOf(parts: readonly { points: { toNumber: () => number } }[]): number {
  const total = parts.reduce((sum, { points }) => sum + Math.round(points.toNumber() * 10_000), 0);
  return total / 10_000;
}

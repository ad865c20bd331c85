/** How long after the end something arrived, as one says it. */
export function afterTheEnd(seconds: number): string {
  if (seconds < 120) return `${seconds} s after the end`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min after the end`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h after the end` : `${Math.round(hours / 24)} days after the end`;
}

/** "2 answers arrived late: 1a, 40 s after the end; 2, 3 min after the end". */
export function lateSummary(
  parts: readonly { partId: string; revisions: readonly { secondsLate: number }[] }[],
): string {
  const each = parts.map(
    ({ partId, revisions }) => `${partId}, ${afterTheEnd(revisions[0]?.secondsLate ?? 0)}`,
  );
  return `${parts.length === 1 ? 'An answer' : `${parts.length} answers`} arrived late: ${each.join('; ')}`;
}

import type { RosterRow } from './read-rows';

interface Match {
  email: { id: string } | null;
  number: { id: string } | null;
}

/**
 * Rows of one file that are about the same e-mail, student number or person, by their lines: where they
 * say the same the first counts, where they do not none does.
 */
export function contradictions(
  rows: readonly RosterRow[],
  matches: readonly (Match | null)[],
): Map<number, string> {
  const found = new Map<number, string>();
  const seen = new Map<string, RosterRow>();
  rows.forEach((row, index) => {
    for (const key of keysOf(row, matches[index] ?? null)) {
      const first = seen.get(key);
      if (!first) {
        seen.set(key, row);
      } else if (first !== row && !found.has(row.line)) {
        if (sayTheSame(first, row)) {
          found.set(row.line, `The same person as in line ${first.line}`);
        } else {
          found.set(row.line, `Contradicts line ${first.line}, which is about the same person`);
          if (!found.has(first.line))
            found.set(first.line, `Contradicts line ${row.line}, which is about the same person`);
        }
      }
    }
  });
  return found;
}

function keysOf({ entry }: RosterRow, match: Match | null): string[] {
  if (!entry.ok) return [];
  const { email, studentNumber } = entry.value;
  const person = match?.email ?? match?.number;
  return [
    ...(email === null ? [] : [`e-mail ${email}`]),
    ...(studentNumber === null ? [] : [`number ${studentNumber}`]),
    ...(person ? [`person ${person.id}`] : []),
  ];
}

function sayTheSame(one: RosterRow, other: RosterRow): boolean {
  return JSON.stringify(one.entry) === JSON.stringify(other.entry);
}

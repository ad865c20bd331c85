import { membersOf, type Part } from '@/lib/math/claims/claim-parts';
import { linePartsIn } from '@/lib/math/claims/read-claim';
import type { MathError } from '@/lib/math/core/error';
import { caught } from '@/lib/math/core/error';
import { isName, plainName } from './own-names';
import type { Statement } from './statement';
import type { Vocabulary } from './vocabulary';

/** The names that a line introduces, and the line without them; places stay. */
export type Definitions =
  | { kind: 'names'; vocabulary: Vocabulary; names: readonly Statement[]; rest: string }
  | { kind: 'refused'; name: string; error: MathError };

/** A name, its expression, and the part of the line that the naming takes up. */
interface Naming {
  name: string;
  expression: string;
  place: { start: number; end: number };
  used: { start: number; end: number };
}

/** The names that a line introduces, or why one of them cannot be used; null where there are none. */
export function definitionsIn(
  line: string,
  vocabulary: Vocabulary,
  refused: ReadonlySet<string>,
): Definitions | null {
  const names: Statement[] = [];
  let named = vocabulary;
  let rest = line;
  // `a = 2 b with b = …`: what comes behind may explain what stands in front.
  const queue = namingsIn(line, vocabulary).map((naming) => ({ ...naming, isAgain: false }));
  for (const naming of queue) {
    const { name, expression, place, used, isAgain } = naming;
    const defined = refused.has(plainName(name))
      ? {
          kind: 'refused' as const,
          message: 'This name was given to something that could not be read.',
        }
      : named.define(name, expression);
    if (!defined) continue;
    if (defined.kind === 'unreadable' && !isAgain && queue.length > 1) {
      queue.push({ ...naming, isAgain: true });
      continue;
    }
    if (defined.kind === 'refused')
      return { kind: 'refused', name, error: { ...place, message: defined.message } };
    if (defined.kind === 'unreadable') return { kind: 'refused', name, error: defined.error };
    named = defined.vocabulary;
    names.push(defined.statement);
    rest = rest.slice(0, used.start) + ' '.repeat(used.end - used.start) + rest.slice(used.end);
  }
  return names.length === 0 ? null : { kind: 'names', vocabulary: named, names, rest };
}

/** Whether a line claims nothing, once its names are taken out. */
export function isEmptyLine(line: string, { table }: Vocabulary): boolean {
  const parts = caught(() => linePartsIn(line, table, false).parts);
  return parts.ok && parts.value.length === 0;
}

function namingsIn(line: string, { table }: Vocabulary): Naming[] {
  for (const all of [false, true]) {
    const cut = caught(() => linePartsIn(line, table, all));
    if (!cut.ok) continue;
    const { source, parts } = cut.value;
    const namings = parts.flatMap((part) => namingIn(part, source, line) ?? []);
    if (namings.length > 0) return namings;
  }
  return [];
}

/** `d = a`, `d = a → 0`, and `a =: d`, where the name stands on the right. */
function namingIn(part: Part, source: string, line: string): Naming | null {
  const { members, operators } = membersOf(part.items);
  const placed = members.map((items) => {
    const [start, end] = [items[0]?.start ?? 0, items.at(-1)?.end ?? 0];
    return { start, end, text: source.slice(start, end) };
  });
  const [first, second] = placed;
  if (!first || !second || operators[0] !== '=') {
    if (operators.at(-1) !== '=') return null;
  } else if (isName(first.text)) {
    return {
      name: first.text,
      expression: at(second),
      place: { start: first.start, end: first.end },
      used: { start: part.start, end: placed.length === 2 ? part.end : second.start },
    };
  }
  const [named, last] = placed.slice(-2);
  if (!named || !last || !isName(last.text)) return null;
  if (!/=\s*:|\\eqqcolon|≕/.test(line.slice(named.end, last.start))) return null;
  return {
    name: last.text,
    expression: at(named),
    place: { start: last.start, end: last.end },
    used: { start: placed.length === 2 ? part.start : named.end, end: part.end },
  };
}

/** The text of a member at its place in the line, so that errors point there. */
function at({ start, text }: { start: number; text: string }): string {
  return ' '.repeat(start) + text;
}

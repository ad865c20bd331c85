import type { Part } from '@/lib/math/claims/part';
import { membersOf } from '@/lib/math/claims/relation';
import { placeOf } from '@/lib/math/claims/unjudged';
import type { MathError } from '@/lib/math/core/error';
import type { Span } from '@/lib/math/core/tree';
import { isName, plainName } from './own-names';
import type { Statement } from './statement';
import type { Vocabulary } from './vocabulary';

/** The names that a line introduces, and the line without them; places stay. */
export type Definitions =
  | { kind: 'names'; vocabulary: Vocabulary; names: readonly Statement[]; rest: string }
  | { kind: 'refused'; name: string; error: MathError };

/** A name, its expression, and the part of the line that the naming takes up. */
interface Naming {
  name: Span;
  expression: Span;
  used: Span;
}

/** The names that a line introduces, or why one of them cannot be used; null where there are none. */
export function definitionsIn(
  line: string,
  parts: readonly Part[],
  vocabulary: Vocabulary,
  refused: ReadonlySet<string>,
): Definitions | null {
  const names: Statement[] = [];
  let named = vocabulary;
  let rest = line;
  // `a = 2 b with b = …`: what comes behind may explain what stands in front.
  const queue = parts
    .flatMap((part) => namingIn(part, line) ?? [])
    .map((naming) => ({ ...naming, isAgain: false }));
  for (const naming of queue) {
    const { expression, isAgain } = naming;
    const name = line.slice(naming.name.start, naming.name.end);
    // At its place in the line, so that errors point there.
    const text = ' '.repeat(expression.start) + line.slice(expression.start, expression.end);
    const defined = refused.has(plainName(name))
      ? { kind: 'refused' as const, message: REFUSED }
      : named.define(name, text);
    if (!defined) continue;
    if (defined.kind === 'unreadable' && !isAgain && queue.length > 1) {
      queue.push({ ...naming, isAgain: true });
      continue;
    }
    if (defined.kind === 'refused')
      return { kind: 'refused', name, error: { ...naming.name, message: defined.message } };
    if (defined.kind === 'unreadable') return { kind: 'refused', name, error: defined.error };
    named = defined.vocabulary;
    names.push(defined.statement);
    rest = withoutPart(rest, naming.used);
  }
  return names.length === 0 ? null : { kind: 'names', vocabulary: named, names, rest };
}

/** The line with blanks for a part of it, so that places stay. */
export function withoutPart(line: string, { start, end }: Span): string {
  return line.slice(0, start) + ' '.repeat(end - start) + line.slice(end);
}

const REFUSED = 'This name was given to something that could not be read.';

/** `d = a`, `d = a → 0`, and `a =: d`, where the name stands on the right. */
function namingIn(part: Part, line: string): Naming | null {
  const { members, operators } = membersOf(part.items);
  const places = members.map(placeOf);
  const isNameAt = ({ start, end }: Span) => isName(line.slice(start, end));
  const [first, second] = places;
  if (first && second && operators[0] === '=' && isNameAt(first))
    return {
      name: first,
      expression: second,
      used: { start: part.start, end: places.length === 2 ? part.end : second.start },
    };
  const [named, last] = places.slice(-2);
  if (!named || !last || operators.at(-1) !== '=' || !isNameAt(last)) return null;
  if (!/=\s*:|\\eqqcolon|≕/.test(line.slice(named.end, last.start))) return null;
  return {
    name: last,
    expression: named,
    used: { start: places.length === 2 ? part.start : named.end, end: part.end },
  };
}

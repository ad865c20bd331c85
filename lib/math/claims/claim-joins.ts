import { MathProblem } from '@/lib/math/core/error';
import type { Item } from '@/lib/math/notation/item';
import type { Cue } from './claim-cues';
import { operatorOf, type Part, withDepth } from './claim-parts';

/**
 * What words stand inside of is one statement: `ε is a constant > 0`, `a = (by (1)) b`. A sign behind
 * words and an expression that claims nothing is about that expression.
 */
export function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const isAbout =
      last &&
      part.gap.isOnlyWords &&
      ((beginsWithSign(part) && !last.isRelation) || endsWithSign(last));
    if (!last || !isAbout) result.push(part);
    else
      result.splice(-1, 1, {
        ...last,
        items: [...last.items, ...part.items],
        end: part.end,
        isRelation: true,
      });
  }
  return result;
}

const AND = /^(?:and|und|sowie|as well as)$/i;

/**
 * `a, b ≥ 0` says the same of each. Beside words what has no sign may be anything, unless it is of
 * the same sort: `isAlike`.
 */
export function withLists(
  parts: readonly Part[],
  hasWords: boolean,
  isAlike: (part: Part, other: readonly Item[]) => boolean,
): Part[] {
  return parts.map((part, index) => {
    if (part.isRelation) return part;
    const at = parts.findIndex(({ isRelation }, place) => place > index && isRelation);
    const next = parts[at];
    const between = parts.slice(index + 1, at + 1);
    if (!next || beginsWithSign(next) || between.some(({ gap }) => gap.hasArrow)) return part;
    const sign = withDepth(next.items).findIndex(
      ({ item, isInside }) => !isInside && operatorOf(item) !== null,
    );
    const isListed = between.every(({ gap }) => gap.isComma || AND.test(gap.words));
    if (hasWords && !(isListed && isAlike(part, next.items.slice(0, sign)))) return part;
    return { ...part, items: [...part.items, ...next.items.slice(sign)], isRelation: true };
  });
}

/** `α ∈ ℝ` says of what sort a symbol is, which is given. */
export function isMembership({ items, isRelation }: Part): boolean {
  return !isRelation && items.some(({ base }) => base.type === 'command' && base.text === 'in');
}

/** `since norms are ≥ 0`: the sign is about the words. */
export function isOfWords({ gap, start }: Part, cues: readonly Cue[]): boolean {
  return cues.some((cue) => cue.kind === 'reason' && cue.start >= gap.start && cue.start < start);
}

export function refuseOr(parts: readonly Part[]): void {
  const other = parts.slice(1).find(({ gap }) => /^(?:or|oder)$/i.test(gap.words));
  if (!other) return;
  const message = 'Of two statements with “or” between them neither is claimed; write one a line.';
  throw new MathProblem({ message, start: other.start, end: other.end });
}

export function beginsWithSign({ items: [first] }: Part): boolean {
  return first !== undefined && operatorOf(first) !== null;
}

function endsWithSign({ items }: Part): boolean {
  const last = items.at(-1);
  return last !== undefined && operatorOf(last) !== null;
}

export function isComplete(part: Part): boolean {
  return part.isRelation && !beginsWithSign(part) && !endsWithSign(part);
}

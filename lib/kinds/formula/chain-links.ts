import type { ReadField } from '@/lib/kinds/fields/read-field';
import { type Judged, wrong } from '@/lib/kinds/judged';
import { compare } from '@/lib/math/compare/compare';
import { atPoint } from '@/lib/math/compare/witness/witness';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import { shapeOf } from '@/lib/math/language/shape';
import type { FormulaKey } from './answer';
import type { PreparedField, PreparedFormula } from './prepare';

/** Longer chains than any answer needs are looked at from behind. */
const MOST_LINKS = 8;

/**
 * The first link of a chain `a = b = c` that does not hold, under the field's own conditions; null
 * where all hold. Passed over are a name in front, what has symbols that the part forbids, and links
 * of which the shapes differ, as where a derivative is a row to one and a column to the other.
 */
export function brokenLink(
  reading: ReadField,
  field: PreparedField,
  prepared: PreparedFormula,
  key: FormulaKey,
  seed: string,
): Judged | null {
  const { table } = prepared;
  const isForbidden = (tree: Tree) =>
    [...symbolsIn(tree)].some((id) => Object.hasOwn(key.notAllowed, id));
  const chain = reading.chain.filter((tree) => !isForbidden(tree)).slice(-MOST_LINKS - 1);
  const { upTo: _, ...options } = field.compareOptions;
  const { upTo } = field;
  const isLoose = upTo === 'transpose' || (upTo !== null && typeof upTo === 'object');
  const asLoose = isLoose ? { ...options, upTo } : options;
  for (const [index, right] of chain.entries()) {
    const left = chain[index - 1];
    if (!left || (index === 1 && isName(left))) continue;
    if (![left, right].every((tree) => shapeOf(tree, table).ok)) continue;
    const outcome = compare(left, right, table, { ...asLoose, seed: `${seed}/link ${index}` });
    if (outcome.verdict !== 'wrong') continue;
    const { at, reference, answer } = outcome.witness;
    const [a, b] = [left, right].map((tree) => toLatex(tree, table));
    const summary = `${atPoint(at)}$${a}$ is $${reference}$, and $${b}$ is $${answer}$.`;
    return { ...wrong(`$${field.label}$: $${a} = ${b}$ does not hold.`, summary) };
  }
  return null;
}

/** What may stand in front as the name of what is asked for. */
function isName(tree: Tree): boolean {
  return tree.kind === 'symbol' || tree.kind === 'apply' || tree.kind === 'transpose';
}

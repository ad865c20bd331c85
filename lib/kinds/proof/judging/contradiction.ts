import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { children, type Tree } from '@/lib/math/core/tree';

/** A statement as it was written, and without the symbols that the author defines. */
export interface Said {
  written: Statement;
  unfolded: Statement;
}

/**
 * Whether a statement denies itself, or something that is known, without any further step: `l > 0`
 * where `l = 0` is known. Definitions are not written out for that, unless the statement does so
 * itself; otherwise a supposition that cannot be would be a contradiction by itself.
 */
export async function deniesWhatIsKnown(
  { written, unfolded }: Said,
  known: readonly Said[],
  reasoner: Reasoner,
): Promise<boolean> {
  if (written.operator === '->') return false;
  if ((await reasoner.isConsistent([written])) === false) return true;
  const own = symbolsOf(written);
  for (const each of known) {
    if (each.written.operator === '->') continue;
    const isAbout = symbolsOf(each.written).some((id) => own.includes(id));
    if (isAbout && (await reasoner.isConsistent([written, each.written])) === false) return true;
    const isWrittenOut = hasCall(written.left) || hasCall(written.right);
    if (isWrittenOut && (await reasoner.isConsistent([unfolded, each.unfolded])) === false)
      return true;
  }
  return false;
}

function symbolsOf({ left, right }: Statement): string[] {
  return [...symbolsIn(left), ...symbolsIn(right)];
}

/** Whether a maximum or the like is written out. */
function hasCall(tree: Tree): boolean {
  return tree.kind === 'call' || children(tree).some(hasCall);
}

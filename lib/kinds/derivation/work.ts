import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import type { JudgedLine, JudgedStep, LineJudge } from './judge-lines';
import type { PlainForm } from './plain-form';
import { hasAverage } from './pooled';
import type { PreparedDerivation } from './prepare';

interface Shown {
  prepared: PreparedDerivation;
  judge: LineJudge;
  lines: readonly JudgedLine[];
  last: JudgedStep | undefined;
}

/**
 * Whether something is shown between the definition and the result: an accepted step that reduces,
 * splits or evaluates an integral once definitions are written out. From the definition to the
 * result at once nothing is, nor is where both are only written in other words.
 * @param definition what the steps lead on from
 */
export function showsWork(
  derivation: Shown,
  steps: readonly JudgedStep[],
  definition: Tree,
): boolean {
  const { judge, last, prepared } = derivation;
  const stated = judge.plainForm(definition);
  const isClosed = last?.tree && !hasAverage(last.tree);
  const end = judge.plainForm(isClosed && last.tree ? last.tree : prepared.result);
  const isDefinition = (form: PlainForm) =>
    stated.averages.size === 0
      ? form.key === stated.key
      : [...stated.averages].every((average) => form.key.includes(average));
  const isWork = ({ role, verdict, mends, from, tree, isTrue }: JudgedStep) => {
    if (role !== 'step' || verdict !== 'right' || !tree) return false;
    const hasLeft = from !== null && isNear(derivation, from);
    // A slip that is mended may have been in a line that led there, or in one that says nothing.
    const before =
      from && (!mends || (hasLeft && hasAverage(from))) ? judge.plainForm(from) : stated;
    const after = judge.plainForm(tree);
    const isFounded = isTrue || before.averages.size > 0 || hasLeft;
    const goesOn = !isDefinition(after) && after.key !== end.key;
    return isFounded && (goesOn || !isDefinition(before));
  };
  return steps.some(isWork) || derivation.lines.some(({ aside }) => isUseful(derivation, aside));
}

/** A line with a slip is of what is asked for where it has all symbols of the result. */
function isNear({ judge, prepared }: Shown, tree: Tree): boolean {
  const own = symbolsIn(judge.unfolded(tree));
  return [...symbolsIn(prepared.result)].every((id) => own.has(id));
}

/** A true remark that works out an integral of the part, or something of its random variable. */
function isUseful({ judge, prepared }: Shown, aside: readonly Tree[]): boolean {
  const [first, last] = [aside[0], aside.at(-1)];
  if (!first || !last || judge.plainForm(first).key === judge.plainForm(last).key) return false;
  const { table, problem } = prepared;
  const own = [...symbolsIn(first)];
  const isRandom = own.some((id) => {
    const type = table.typeOf(id);
    return type?.kind === 'scalar' && type.density !== undefined;
  });
  if (isRandom) return true;
  const asked = symbolsIn(judge.unfolded(problem));
  const mentions = [...symbolsIn(judge.unfolded(first))].some((id) => asked.has(id));
  return hasAverage(first) && !hasAverage(last) && mentions;
}

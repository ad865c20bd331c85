import { symbolsIn } from '@/lib/math/core/symbols-in';
import { mapChildren, type Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { JudgedLine, JudgedStep, LineJudge } from './judge-lines';
import { closedSumsWithin, isAverage, isUnexpanded } from './operators';
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
  const result = judge.plainForm(prepared.result);
  const isSimple = last?.tree && !hasAverage(last.tree) && !isUnexpanded(last.tree);
  const end = isSimple && last.tree ? judge.plainForm(last.tree) : result;
  const isDefinition = (form: PlainForm) =>
    stated.averages.size === 0
      ? form.key === stated.key
      : [...stated.averages].every((average) => form.key.includes(average));
  const isOnTheWay = (tree: Tree) => {
    const form = judge.plainForm(tree);
    const isEnd = [form, judge.plainForm(withoutOnes(derivation, tree))].some(
      ({ key }) => key === end.key || key === result.key,
    );
    return !isDefinition(form) && !isEnd && !isDisguise(derivation, tree);
  };
  const isWork = ({ role, verdict, mends, from, tree, isTrue }: JudgedStep) => {
    if (role !== 'step' || verdict !== 'right' || !tree) return false;
    const hasLeft = from !== null && isNear(derivation, from);
    // A slip that is mended may have been in a line that led there, or in one that says nothing.
    const before = from && (!mends || (hasLeft && hasAverage(from))) ? from : definition;
    const isFounded = isTrue || judge.plainForm(before).averages.size > 0 || hasLeft;
    return isFounded && (isOnTheWay(tree) || isOnTheWay(before));
  };
  return steps.some(isWork) || derivation.lines.some(({ aside }) => isUseful(derivation, aside));
}

/** The result with something around it that changes nothing, or with the variable left over: no step to it. */
function isDisguise({ judge, prepared }: Shown, tree: Tree): boolean {
  const { table, result } = prepared;
  if (!hasAverage(tree) && [...symbolsIn(tree)].some((id) => isRandom(id, table))) return true;
  return closedSumsWithin(tree).some((part) => judge.isEqual(result, part));
}

/** An expression with 1 for the integrals of densities in it, and for whatever else of the kind is 1. */
function withoutOnes({ judge }: Shown, tree: Tree): Tree {
  const one: Tree = { kind: 'number', text: '1' };
  const without = (part: Tree): Tree =>
    isAverage(part) ? (judge.isEqual(one, part) ? one : part) : mapChildren(part, without);
  return hasAverage(tree) ? without(judge.unfolded(tree)) : tree;
}

function isRandom(id: string, table: SymbolTable): boolean {
  const type = table.typeOf(id);
  return type?.kind === 'scalar' && type.density !== undefined;
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
  if (own.some((id) => isRandom(id, table))) return true;
  const asked = symbolsIn(judge.unfolded(problem));
  const mentions = [...symbolsIn(judge.unfolded(first))].some((id) => asked.has(id));
  return hasAverage(first) && !hasAverage(last) && mentions;
}

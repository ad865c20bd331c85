import type { MathfieldElement } from 'mathlive';
import type { Atom, Model } from './mathlive-model';

const FACTOR = /^(mord|subsup|macro|group|leftright|genfrac|surd)$/;
const SPACE = /^(spacing|space)$/;
const FUNCTION = /^(mop|operator)$/;

/**
 * Selects what a typed `/` is put under where MathLive would take something else: the function with
 * its argument, as plain text reads `ln u/x`… is (ln u)/x, the whole of a declared symbol, and what a
 * derivative is taken of with its sign, `\partial l/…`.
 */
export function selectNumerator(element: MathfieldElement, model: Model): void {
  const end = model.position;
  let hasMacro = false;
  let atom: Atom | undefined = model.at(end);
  for (; atom && FACTOR.test(atom.type); atom = atom.leftSibling)
    hasMacro ||= atom.type === 'macro';
  const before = atom;
  while (atom && SPACE.test(atom.type)) atom = atom.leftSibling;
  const takesMore = atom && (FUNCTION.test(atom.type) || atom.command === '\\partial');
  const head = atom && takesMore && model.offsetOf(atom) < end ? atom : null;
  const start = head ? model.offsetOf(head) - 1 : before ? model.offsetOf(before) : 0;
  if ((!head && !hasMacro) || start >= end) return;
  element.selection = { ranges: [[start, end]], direction: 'forward' };
}

import type { MathfieldElement } from 'mathlive';
import { type Atom, latexIn, latexOf, type Model } from './mathlive-model';

/** What may stand between an index and the character that completes it, as the `-` in `x_t-1`. */
const MOST_BETWEEN = 6;
const NEVER_PULLED = /^(leftright|genfrac|spacing|space)$/;

/** An index that becomes a declared one with what was typed behind it. */
export interface Completion {
  script: Atom;
  branch: 'subscript' | 'superscript';
  /** What stands behind it, with the character that completes it. */
  outside: string;
}

/** What a character behind the caret completes; null where it completes nothing. */
export function completionOf(
  element: MathfieldElement,
  model: Model,
  character: string,
  {
    asTyped,
    knownIn,
  }: {
    asTyped: (latex: string) => string;
    /** What declared forms have in a branch of an index. */
    knownIn: (script: Atom, branch: Completion['branch']) => readonly string[];
  },
): Completion | null {
  if (!/[A-Za-z0-9]/.test(character)) return null;
  let outside = character;
  let atom: Atom | undefined = model.at(model.position);
  for (let steps = 0; atom && steps < MOST_BETWEEN; steps++) {
    if (atom.type === 'subsup' || atom.type === 'first') break;
    if (NEVER_PULLED.test(atom.type)) return null;
    outside = asTyped(latexOf(element, model, atom)) + outside;
    atom = atom.leftSibling;
  }
  if (atom?.type !== 'subsup' || outside === character) return null;
  for (const branch of ['subscript', 'superscript'] as const) {
    const content = asTyped(latexIn(element, model, atom, branch));
    if (content !== '' && knownIn(atom, branch).includes(content + outside))
      return { script: atom, branch, outside };
  }
  return null;
}

/** Draws the completed index together, `x_t-1` to `x_{t-1}`; one undo gives back what was typed. */
export function pullIn(
  element: MathfieldElement,
  model: Model,
  { script, branch, outside }: Completion,
  base: Atom,
): void {
  const own = latexIn(element, model, script, branch);
  const isBelow = branch === 'subscript';
  const other = latexIn(element, model, script, isBelow ? 'superscript' : 'subscript');
  const [mark, otherMark] = isBelow ? ['_', '^'] : ['^', '_'];
  const start = model.offsetOf(base);
  element.executeCommand(['typedText', outside.slice(-1)]);
  element.selection = { ranges: [[start, element.position]], direction: 'forward' };
  element.insert(`${mark}{${own}${outside}}${other === '' ? '' : `${otherMark}{${other}}`}`, {
    insertionMode: 'replaceSelection',
    selectionMode: 'after',
    format: 'latex',
  });
}

import type { MathfieldElement } from 'mathlive';

/**
 * What MathLive knows of the caret and does not publish: which branch of which atom it stands in.
 * The version is pinned, and e2e/journeys/typing.spec.ts types into the real field, so that a new
 * version that moved these things would be seen at once.
 */

/** A piece of a formula: a letter, a fraction, an index with its branches. */
export interface Atom {
  type: string;
  /** Its LaTeX without anything below or above it; empty for plain letters. */
  command: string;
  /** The character of a letter, a digit or a sign. */
  value?: string;
  parent?: Atom;
  parentBranch?: string;
  leftSibling?: Atom;
  rightSibling?: Atom;
  isLastSibling: boolean;
  branch: (name: string) => readonly Atom[] | undefined;
}

export interface Model {
  mode: string;
  /** The offset of the caret. */
  position: number;
  /** Where what is selected begins; that of the caret where nothing is. */
  anchor: number;
  lastOffset: number;
  selectionIsCollapsed: boolean;
  at: (offset: number) => Atom;
  offsetOf: (atom: Atom) => number;
}

interface Inner {
  model: Model;
  flushInlineShortcutBuffer: () => void;
  /** Writes the formula where it is not drawn yet, measures it, and scrolls to the caret. */
  scrollIntoView: () => void;
  /** Remembers what stands there as a step of the past. */
  snapshot: () => void;
}

function innerOf(element: MathfieldElement): Inner | null {
  const inner: unknown = Reflect.get(element, '_mathfield');
  return isInner(inner) ? inner : null;
}

function isInner(value: unknown): value is Inner {
  return (
    typeof value === 'object' &&
    value !== null &&
    'model' in value &&
    'flushInlineShortcutBuffer' in value &&
    typeof value.flushInlineShortcutBuffer === 'function' &&
    'scrollIntoView' in value &&
    typeof value.scrollIntoView === 'function' &&
    'snapshot' in value &&
    typeof value.snapshot === 'function'
  );
}

/** The model of a field; null while it is not mounted. */
export function modelOf(element: MathfieldElement): Model | null {
  return innerOf(element)?.model ?? null;
}

/**
 * Has a field drawn with the next frame, and says at the end of each key that it was taken. MathLive draws
 * in the middle of a key and lays the page out to find the caret, for which all that follows from the key
 * would have to wait.
 */
export function drawLater(element: MathfieldElement, onKeyTaken: () => void): void {
  const inner = innerOf(element);
  if (!inner) return;
  const draw = inner.scrollIntoView.bind(inner);
  // The field itself is brought into sight below, once it has its new height.
  element.onScrollIntoView = () => undefined;
  let isDue = false;
  inner.scrollIntoView = () => {
    queueMicrotask(onKeyTaken);
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  };
}

/** Forgets all steps of the past: what stands there now is where it begins. */
export function beginPast(element: MathfieldElement): void {
  element.resetUndo();
  innerOf(element)?.snapshot();
}

/** Sets the caret behind an atom and forgets the keys of a name that was being typed. */
export function leave(element: MathfieldElement, atom: Atom): void {
  const inner = innerOf(element);
  if (!inner) return;
  inner.model.position = inner.model.offsetOf(atom);
  inner.flushInlineShortcutBuffer();
}

/** What stands in a branch as LaTeX, macros expanded; empty where nothing does. */
export function latexIn(
  element: MathfieldElement,
  model: Model,
  parent: Atom,
  branch: string,
): string {
  const atoms = parent.branch(branch);
  const first = atoms?.[0];
  const last = atoms?.at(-1);
  if (!first || !last || first === last) return '';
  return element.getValue(model.offsetOf(first), model.offsetOf(last), 'latex-expanded');
}

/** One atom as LaTeX, macros expanded. */
export function latexOf(element: MathfieldElement, model: Model, atom: Atom): string {
  const offset = model.offsetOf(atom);
  return element.getValue(offset - 1, offset, 'latex-expanded');
}

/** The offset of the first place in a branch, by which a branch is remembered. */
export function placeOf(model: Model, parent: Atom, branch: string): number {
  const first = parent.branch(branch)?.[0];
  return first ? model.offsetOf(first) : -1;
}

/**
 * Selects the next empty gap of a template, `1` ahead of the caret or `-1` behind it.
 * @returns whether there was one
 */
export function selectGap(element: MathfieldElement, way: 1 | -1): boolean {
  const model = innerOf(element)?.model;
  if (!model) return false;
  const { anchor, position, lastOffset } = model;
  const start = way > 0 ? Math.max(anchor, position) + 1 : Math.min(anchor, position);
  for (let offset = start; offset > 0 && offset <= lastOffset; offset += way) {
    if (model.at(offset).type !== 'placeholder') continue;
    element.selection = { ranges: [[offset - 1, offset]], direction: 'forward' };
    return true;
  }
  return false;
}

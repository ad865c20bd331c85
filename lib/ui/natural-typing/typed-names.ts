import type { MathfieldElement } from 'mathlive';
import { type Atom, leave, type Model } from './mathlive-model';
import { behindSpaces } from './operand';

/** A name that becomes one sign as soon as it is typed. */
export interface TypedName {
  typed: string;
  /** What it becomes: a macro of the part or a Greek letter. */
  command: string;
  /** It is `grad`, and the sign a gradient of the part. */
  isGradient: boolean;
}

/**
 * What the sign in front of the caret ought to be, seen what follows it: `grad f` and `grad_w f` begin
 * with ∇, and where words are typed `gradient` and `alphabet` are words. Null where it may stay.
 * @param typed the letters and spaces typed last, the name among them
 */
export function rightSign(
  { typed: name, isGradient }: TypedName,
  { typed, character, words }: { typed: string; character: string; words: boolean },
): string | null {
  if (!typed.trimEnd().endsWith(name)) return null;
  const isClose = !typed.endsWith(' ');
  const isLetter = /[A-Za-z]/.test(character);
  if (words && isClose && isLetter) return name;
  return isGradient && (isLetter || (isClose && character === '_')) ? '\\nabla' : null;
}

/** Puts another sign in front of the caret where the one there is not what was meant. */
export function rename(
  element: MathfieldElement,
  model: Model,
  names: readonly TypedName[],
  seen: { typed: string; character: string; words: boolean },
): void {
  const sign = behindSpaces(model.at(model.position));
  const name = sign && names.find(({ command }) => command === sign.command);
  const latex = name ? rightSign(name, seen) : null;
  if (!sign?.leftSibling || latex === null) return;
  replace(element, model, sign, sign.leftSibling, latex);
}

function replace(
  element: MathfieldElement,
  model: Model,
  sign: Atom,
  before: Atom,
  latex: string,
): void {
  const spaces = model.position - model.offsetOf(sign);
  element.selection = {
    ranges: [[model.offsetOf(before), model.offsetOf(sign)]],
    direction: 'forward',
  };
  element.insert(latex, {
    insertionMode: 'replaceSelection',
    selectionMode: 'after',
    format: 'latex',
  });
  // And forgets the letters, which would go on to be the name.
  leave(element, model.at(model.position + spaces));
}

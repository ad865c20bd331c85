import type { MathfieldElement } from 'mathlive';
import type { Model } from './mathlive-model';
import { beforeOperand, behindSpaces, isFactor, type OperandNames } from './operand';

/**
 * Selects what a typed `/` is put under, across the spaces in front of it. Nothing is selected where
 * nothing stands there.
 */
export function selectNumerator(
  element: MathfieldElement,
  model: Model,
  names: OperandNames,
): void {
  dropSpaces(element, model);
  const end = model.position;
  const start = beforeOperand(model.at(end), names);
  if (start === null || model.offsetOf(start) >= end) return;
  element.selection = { ranges: [[model.offsetOf(start), end]], direction: 'forward' };
}

/** Takes away the spaces between the caret and the factor that a slash or a mark belongs to. */
export function dropSpaces(element: MathfieldElement, model: Model): void {
  const caret = model.at(model.position);
  const last = behindSpaces(caret);
  if (!last || last === caret || !isFactor(last)) return;
  element.selection = {
    ranges: [[model.offsetOf(last), model.position]],
    direction: 'forward',
  };
  element.executeCommand('deleteBackward');
}

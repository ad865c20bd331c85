import type { MathfieldElement } from 'mathlive';

/** MathLive takes the keyboard only 60 ms after a click; keys typed until then would go nowhere. */
export function focusNow(element: MathfieldElement) {
  sinkOf(element)?.focus({ preventScroll: true });
}

/** What takes the keys, and the focus with them. */
export function sinkOf(element: MathfieldElement): HTMLElement | null {
  return element.shadowRoot?.querySelector<HTMLElement>('[part=keyboard-sink]') ?? null;
}

/** What has the focus is called by its label and by what stands in it, read aloud. */
export function sayAloud(element: MathfieldElement, label: string) {
  const words = element.getValue('spoken-text').trim();
  sinkOf(element)?.setAttribute('aria-label', `${label}: ${words === '' ? 'empty' : words}`);
}

/**
 * Who writes `int_0` finds the gap for the lower limit opened already by `int`: there `_` and `^`
 * would only make an index of nothing.
 */
export function dropInGap(element: MathfieldElement, event: KeyboardEvent) {
  if (event.key !== '_' && event.key !== '^') return;
  if (element.getValue(element.selection) !== '\\placeholder{}') return;
  event.preventDefault();
  event.stopPropagation();
}

/** Takes a command that is being typed as it stands; MathLive would show it and leave it out of the value. */
export function endCommand(element: MathfieldElement) {
  if (element.mode === 'latex') element.executeCommand('complete');
}

/**
 * A bar is a bar on every keyboard: MathLive knows it as Shift with the key beside Enter, and without
 * Shift takes that key for a backslash, behind which all that follows would be raw LaTeX.
 */
export function typeBar(element: MathfieldElement, event: KeyboardEvent) {
  if (event.key !== '|' || element.mode === 'latex') return;
  if (event.code === 'Backslash' && event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  const bar = { key: '|', code: 'Backslash', shiftKey: true };
  const how = { bubbles: true, composed: true, cancelable: true };
  sinkOf(element)?.dispatchEvent(new KeyboardEvent('keydown', { ...bar, ...how }));
}

/** Does what the key of this name would do. */
export function runCommand(
  element: MathfieldElement,
  natural: { end: () => boolean; forget: () => void } | null,
  command: 'delete' | 'left' | 'right' | 'enter',
) {
  focusNow(element);
  switch (command) {
    case 'delete':
      element.executeCommand('deleteBackward');
      break;
    case 'left':
      natural?.forget();
      element.executeCommand('moveToPreviousChar');
      break;
    case 'right':
      if (!natural?.end()) element.executeCommand('moveToNextChar');
      break;
    case 'enter': {
      const how = { key: 'Enter', code: 'Enter', bubbles: true, composed: true, cancelable: true };
      sinkOf(element)?.dispatchEvent(new KeyboardEvent('keydown', how));
    }
  }
}

/** Enters the field with the caret at its end. */
export function enter(element: MathfieldElement | null) {
  if (!element) return;
  focusNow(element);
  element.executeCommand('moveToMathfieldEnd');
  element.scrollIntoView({ block: 'nearest' });
}

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

/** Characters that MathLive knows by the place of their key in America, and whether Shift is held there. */
const BY_PLACE: ReadonlyMap<string, boolean> = new Map([
  ['|', true],
  ['\\', false],
]);

/**
 * A bar is a bar on every keyboard, and a backslash begins a command: MathLive knows both by the key
 * beside Enter, and without Shift takes any other bar for a backslash, behind which all is raw LaTeX.
 */
export function typeByCharacter(element: MathfieldElement, event: KeyboardEvent) {
  const shiftKey = BY_PLACE.get(event.key);
  if (shiftKey === undefined || element.mode === 'latex') return;
  if (event.code === 'Backslash' && event.shiftKey === shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  const how = { bubbles: true, composed: true, cancelable: true };
  const placed = { key: event.key, code: 'Backslash', shiftKey };
  sinkOf(element)?.dispatchEvent(new KeyboardEvent('keydown', { ...placed, ...how }));
}

/** Keys without a character of their own. */
const CODES = { delete: 'Backspace', left: 'ArrowLeft', right: 'ArrowRight', enter: 'Enter' };
export type FieldCommand = keyof typeof CODES;

/** Does what the key of this name would do. */
export function runCommand(element: MathfieldElement, command: FieldCommand) {
  focusNow(element);
  pressKey(element, CODES[command], CODES[command]);
}

/**
 * Types a character as a key would. Of what is put in by a command MathLive completes no names and
 * signs of several keys, `alpha` or `<=`.
 */
export function typeCharacter(element: MathfieldElement, character: string) {
  const isTaken = pressKey(element, character, character === ' ' ? 'Space' : '');
  if (isTaken) return;
  const how = { bubbles: true, composed: true, cancelable: true };
  const typed = { data: character, inputType: 'insertText' };
  sinkOf(element)?.dispatchEvent(new InputEvent('input', { ...typed, ...how }));
}

/** Whether the key did all that it does, so that no character is to follow. */
function pressKey(element: MathfieldElement, key: string, code: string): boolean {
  const how = { bubbles: true, composed: true, cancelable: true };
  return (
    sinkOf(element)?.dispatchEvent(new KeyboardEvent('keydown', { key, code, ...how })) === false
  );
}

/** Enters the field with the caret at its end. */
export function enter(element: MathfieldElement | null) {
  if (!element) return;
  focusNow(element);
  element.executeCommand('moveToMathfieldEnd');
  element.scrollIntoView({ block: 'nearest' });
}

import type { MathfieldElement } from 'mathlive';
import { sinkOf } from '@/lib/ui/math-field-element';
import type { NaturalTyping } from './natural-typing';

/** Keys after which what was remembered of the caret's place holds no longer. */
const MOVING = /^(Arrow(Left|Up|Down)|Home|End|Tab)$/;

/**
 * Passes every character through natural typing before MathLive has it, however it comes: by a key,
 * by a composition (dead keys, input methods) or from a soft keyboard.
 */
export function listenNaturally(
  element: MathfieldElement,
  typing: () => NaturalTyping | null,
): void {
  let seen = '';
  let isComposing = false;
  const capture = { capture: true };
  element.addEventListener(
    'keydown',
    (event) => {
      seen = '';
      const natural = typing();
      if (!natural || event.isComposing || isComposing || event.defaultPrevented) return;
      if (isSwallowed(element, natural, event)) {
        event.preventDefault();
        event.stopPropagation();
      } else if ([...event.key].length === 1) seen = event.key;
    },
    capture,
  );
  element.addEventListener('pointerdown', () => typing()?.forget());
  element.addEventListener(
    'compositionstart',
    () => {
      isComposing = true;
    },
    capture,
  );
  element.addEventListener(
    'compositionend',
    (event) => {
      isComposing = false;
      const { data } = event;
      // MathLive would take it as it stands, and `â` is how a German keyboard says `^a`.
      Object.defineProperty(event, 'data', { value: '' });
      queueMicrotask(() => typeText(element, typing(), data));
    },
    capture,
  );
  element.addEventListener(
    'input',
    (event) => {
      const text = textOf(event);
      if (isComposing || text === null || text === seen) {
        seen = '';
        return;
      }
      event.stopPropagation();
      const sink = sinkOf(element);
      if (sink) sink.textContent = '';
      typeText(element, typing(), text);
    },
    capture,
  );
}

/** What a soft keyboard put in without a key; null for any other event. */
function textOf(event: Event): string | null {
  if (!(event instanceof InputEvent) || !event.isTrusted) return null;
  return event.inputType === 'insertText' && event.data ? event.data : null;
}

function isSwallowed(
  element: MathfieldElement,
  natural: NaturalTyping,
  event: KeyboardEvent,
): boolean {
  const isCommand = event.ctrlKey || event.metaKey || event.altKey;
  if (isCommand && !event.getModifierState('AltGraph')) {
    natural.forget();
    return false;
  }
  if (MOVING.test(event.key)) natural.forget();
  if (event.key === 'ArrowRight') return element.selectionIsCollapsed && natural.end();
  if (event.key === 'Escape') {
    // Outside of an index MathLive would begin to take LaTeX, a trap for whoever wants out.
    if (element.mode === 'math') {
      natural.end();
      return true;
    }
    return false;
  }
  return [...event.key].length === 1 && natural.before(event.key);
}

/** Types a text character by character; `â` is `^a` and `²` is `^2`. */
export function typeText(
  element: MathfieldElement,
  natural: NaturalTyping | null,
  text: string,
): void {
  const plain = text
    .normalize('NFD')
    .replace(/(.)\u0302/g, '^$1')
    .replace(/(.)\u0301/g, "$1'")
    .replace(/²/g, '^2')
    .replace(/³/g, '^3');
  for (const character of plain) {
    if (natural?.before(character)) continue;
    element.executeCommand(['typedText', character, { simulateKeystroke: true }]);
  }
}

import type { MathfieldElement } from 'mathlive';
import { sinkOf, typeCharacter } from '@/lib/ui/math-field-element';
import { fitsVisually } from '@/lib/ui/nesting';
import { selectGap } from './mathlive-model';
import type { NaturalTyping } from './natural-typing';
import { pastedText } from './pasted-text';

/** Keys after which what was remembered of the caret's place holds no longer. */
const MOVING = /^(Arrow(Left|Up|Down)|Home|End)$/;

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
      if (event.key === 'Tab') tab(element, natural, event);
      else if (isSwallowed(element, natural, event)) {
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
  let composed = '';
  element.addEventListener(
    'compositionend',
    (event) => {
      isComposing = false;
      // MathLive would take it as it stands, and `â` is how a German keyboard says `^a`.
      composed = event.data;
      Object.defineProperty(event, 'data', { value: '' });
    },
    capture,
  );
  // Only now MathLive knows that the composition is over, and takes keys again.
  element.addEventListener('compositionend', () => typeText(element, composed));
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
      typeText(element, text);
    },
    capture,
  );
}

/** Takes what is pasted: LaTeX as it stands, and anything else as if it were typed. */
export function listenToPaste(
  element: MathfieldElement,
  typing: () => NaturalTyping | null,
  plain: (text: string) => string,
  asText: (text: string) => void,
): void {
  element.addEventListener(
    'paste',
    (event) => {
      // In a command that is being typed everything is a part of it.
      if (element.readOnly || element.mode === 'latex') return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      event.stopPropagation();
      const pasted = pastedText(text, plain);
      const bare = 'typed' in pasted ? pasted.typed : pasted.latex;
      if (!fitsVisually(bare)) asText(element.getValue('latex-expanded') + bare);
      else if ('typed' in pasted) typeText(element, pasted.typed);
      else {
        if (element.selectionIsCollapsed) typing()?.beforeSymbol();
        element.insert(pasted.latex, { format: 'latex', selectionMode: 'after' });
      }
    },
    { capture: true },
  );
}

/**
 * Tab goes to the next field as anywhere on the page, also out of an index, but first to the gaps of a
 * template ahead of the caret; Shift and Tab back. MathLive would go from one level to the next.
 */
function tab(element: MathfieldElement, natural: NaturalTyping, event: KeyboardEvent): void {
  // Takes the command that is being typed.
  if (event.ctrlKey || event.altKey || event.metaKey || element.mode === 'latex') return;
  natural.forget();
  event.stopPropagation();
  if (!element.readOnly && selectGap(element, event.shiftKey ? -1 : 1)) event.preventDefault();
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
export function typeText(element: MathfieldElement, text: string): void {
  const plain = text
    .normalize('NFD')
    .replace(/(.)\u0302/g, '^$1')
    .replace(/(.)\u0301/g, "$1'")
    .replace(/²/g, '^2')
    .replace(/³/g, '^3');
  for (const character of plain) typeCharacter(element, character);
}

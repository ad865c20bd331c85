import type { MathfieldElement } from 'mathlive';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { dropInGap, endCommand, focusNow, sayAloud, typeByCharacter } from './math-field-element';
import { type AtomicSymbol, configure, typedNames } from './math-field-setup';
import type { TypedLanguage } from './natural-typing/characters';
import { drawLater } from './natural-typing/mathlive-model';
import { NaturalTyping } from './natural-typing/natural-typing';
import { listenNaturally, listenToPaste } from './natural-typing/typed-input';

/** MathLive loses what is typed in its first moments, so it is not offered for typing before. */
const SETTLING_MS = 350;

/** How long a command such as `\alpha` may rest half typed. */
const COMMAND_MS = 5000;

/** What the parent said last: who listens to the element was told once and asks here. */
export type Latest = RefObject<{
  label: string;
  value: string;
  /** What the field shows for a value. */
  shownFor: (value: string) => string;
  onChange: (latex: string) => void;
  onFocus: (() => void) | undefined;
  onBlur: (() => void) | undefined;
  /** What else is typed here: left sides, shifted indices. */
  forms: readonly string[];
  language: TypedLanguage;
}>;

/** What field and parent tell each other. */
export interface Reports {
  /** Tells the parent what stands in the field, where that is news. */
  report: (element: MathfieldElement) => void;
  /** Puts something into the field that was not typed there; the parent knows it. */
  show: (element: MathfieldElement, latex: string) => void;
  /** What was typed since the field was entered: it comes back as a value, late and in order. */
  echoes: RefObject<Set<string>>;
  /** What the field held when the parent last heard of it. */
  reported: RefObject<string>;
}

export function useReports(latest: Latest): Reports {
  const echoes = useRef(new Set<string>());
  const reported = useRef('');
  const report = useCallback(
    (element: MathfieldElement) => {
      const latex = element.getValue('latex-expanded');
      if (latex === reported.current) return;
      reported.current = latex;
      echoes.current.add(latex);
      latest.current.onChange(latex);
    },
    [latest],
  );
  const show = useCallback((element: MathfieldElement, latex: string) => {
    element.setValue(latex, { silenceNotifications: true });
    reported.current = element.getValue('latex-expanded');
  }, []);
  return { report, show, echoes, reported };
}

/**
 * The element of MathLive, which is fetched and put into `host` once; made anew where the symbols change,
 * which those of a part never do while it is open. `field` is null until it stands there, and `ready` says
 * that one may type into it.
 */
export function useMathfield(
  symbols: readonly AtomicSymbol[],
  words: boolean,
  latest: Latest,
  { report, show, echoes, reported }: Reports,
) {
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<MathfieldElement | null>(null);
  const natural = useRef<NaturalTyping | null>(null);
  const [ready, setReady] = useState(false);
  const { endSoon, cancel } = useEndingCommand(report);

  useEffect(() => {
    let gone = false;
    let settling: ReturnType<typeof setTimeout> | undefined;
    import('mathlive').then(({ MathfieldElement }) => {
      if (gone || !host.current) return;
      // Fonts come with our own style sheets; nothing is fetched and nothing beeps.
      MathfieldElement.fontsDirectory = null;
      MathfieldElement.soundsDirectory = null;
      const element = new MathfieldElement();
      listen(element, latest, { report, show, echoes, reported }, endSoon);
      listenNaturally(element, () => natural.current);
      listenToPaste(
        element,
        () => natural.current,
        latest.current.language.plain,
        (text) => latest.current.onChange(text),
      );
      element.addEventListener(
        'mount',
        () => {
          configure(element, symbols, words);
          // Never shown, and asked for its size at every key.
          element.shadowRoot?.querySelector('.ML__toggles')?.remove();
          // MathLive tells of a change from a timer, behind which the page is drawn first.
          drawLater(element, () => element.isConnected && report(element));
          natural.current = typingFor(element, symbols, words, latest.current);
          show(element, latest.current.shownFor(latest.current.value));
          field.current = element;
          settling = setTimeout(() => setReady(true), SETTLING_MS);
        },
        { once: true },
      );
      host.current.replaceChildren(element);
    });
    return () => {
      gone = true;
      clearTimeout(settling);
      cancel();
      field.current?.remove();
      field.current = null;
    };
  }, [symbols, words, latest, report, show, echoes, reported, endSoon, cancel]);

  return { host, field, ready, natural };
}

function typingFor(
  element: MathfieldElement,
  symbols: readonly AtomicSymbol[],
  words: boolean,
  { forms, language }: Latest['current'],
): NaturalTyping {
  const written = symbols.flatMap(({ latex, aliases = [] }) => [latex, ...aliases]);
  const functions = symbols.filter(({ isFunction }) => isFunction);
  return new NaturalTyping(element, {
    forms: [...written, ...forms].flatMap(language.formsOf),
    functions: new Set(functions.map(({ latex }) => language.asTyped(latex))),
    language,
    words,
    names: typedNames(symbols),
  });
}

function listen(
  element: MathfieldElement,
  latest: Latest,
  { report, echoes, reported }: Reports,
  endSoon: (element: MathfieldElement) => void,
): void {
  element.addEventListener('input', () => {
    report(element);
    sayAloud(element, latest.current.label);
  });
  element.addEventListener('focus', () => {
    latest.current.onFocus?.();
    sayAloud(element, latest.current.label);
  });
  element.addEventListener('keydown', (event) => dropInGap(element, event), { capture: true });
  element.addEventListener('keydown', (event) => typeByCharacter(element, event), {
    capture: true,
  });
  element.addEventListener('input', () => endSoon(element));
  element.addEventListener('blur', () => {
    endCommand(element);
    // MathLive speaks of a key a moment later, and not at all if the field has gone by then.
    report(element);
    echoes.current = new Set([reported.current]);
    latest.current.onBlur?.();
  });
  element.addEventListener('pointerdown', () => element.hasFocus() && focusNow(element));
}

/** A command that was begun and is not gone on with is taken as it stands: until then it is in no value. */
function useEndingCommand(report: Reports['report']) {
  const ending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const cancel = useCallback(() => clearTimeout(ending.current), []);
  const endSoon = useCallback(
    (element: MathfieldElement) => {
      cancel();
      if (element.mode !== 'latex') return;
      ending.current = setTimeout(() => {
        endCommand(element);
        report(element);
      }, COMMAND_MS);
    },
    [report, cancel],
  );
  return { endSoon, cancel };
}

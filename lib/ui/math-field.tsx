'use client';

import 'mathlive/fonts.css';
import { Skeleton } from '@mantine/core';
import type { MathfieldElement } from 'mathlive';
import { type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import classes from './math-field.module.css';
import { type AtomicSymbol, configure } from './math-field-setup';

/** What a parent may do to the field beside setting its value. */
export interface MathFieldHandle {
  /** Inserts LaTeX at the caret; `#@` stands for what is selected or left of it, `#?` for a gap. */
  insert: (latex: string) => void;
  /** With the caret at the end; a field that is still being prepared is entered once it is ready. */
  focus: () => void;
  /** Shows this in any case, also what was typed here a moment ago: lines change places. */
  show: (latex: string) => void;
  /** What stands in the field now, before `onChange` has told; null while it is being prepared. */
  text: () => string | null;
  /** A command such as `\alpha` is being typed, which Enter ends. */
  isInCommand: () => boolean;
}

export interface MathFieldProps {
  value: string;
  /** How the field shows a value that was not typed into it. */
  shown: string;
  onChange: (latex: string) => void;
  label: string;
  /** A name for scripts, as `data-field`. */
  field?: string | undefined;
  symbols: readonly AtomicSymbol[];
  /** Words are typed beside formulas: names such as `sup` are no shortcuts then. */
  words: boolean;
  disabled: boolean;
  onFocus?: () => void;
  ref?: Ref<MathFieldHandle>;
}

/** MathLive loses what is typed in its first moments, so it is not offered for typing before. */
const SETTLING_MS = 350;

/** How long a command such as `\alpha` may rest half typed. */
const COMMAND_MS = 5000;

/** A WYSIWYG formula field (MathLive) that speaks LaTeX, with macros expanded. */
export function MathField({
  value,
  shown,
  onChange,
  label,
  field: name,
  symbols,
  words,
  disabled,
  onFocus,
  ref,
}: MathFieldProps) {
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<MathfieldElement | null>(null);
  const latest = useRef({ label, shown, onChange, onFocus });
  latest.current = { label, shown, onChange, onFocus };
  /** What was typed since the field was entered: it comes back as `value`, late and in order. */
  const echoes = useRef(new Set<string>());
  /** What the field held when the parent last heard of it. */
  const reported = useRef('');
  const [ready, setReady] = useState(false);
  const wantsFocus = useRef(false);

  const report = useCallback((element: MathfieldElement) => {
    const latex = element.getValue('latex-expanded');
    if (latex === reported.current) return;
    reported.current = latex;
    echoes.current.add(latex);
    latest.current.onChange(latex);
  }, []);
  const ending = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** A command that was begun and is not gone on with is taken as it stands: until then it is in no value. */
  const endSoon = useCallback(
    (element: MathfieldElement) => {
      clearTimeout(ending.current);
      if (element.mode !== 'latex') return;
      ending.current = setTimeout(() => {
        endCommand(element);
        report(element);
      }, COMMAND_MS);
    },
    [report],
  );
  const show = useCallback((element: MathfieldElement, latex: string) => {
    element.setValue(latex, { silenceNotifications: true });
    reported.current = element.getValue('latex-expanded');
  }, []);

  useEffect(() => {
    let gone = false;
    let settling: ReturnType<typeof setTimeout> | undefined;
    import('mathlive').then(({ MathfieldElement }) => {
      if (gone || !host.current) return;
      // Fonts come with our own style sheets; nothing is fetched and nothing beeps.
      MathfieldElement.fontsDirectory = null;
      MathfieldElement.soundsDirectory = null;
      const element = new MathfieldElement();
      element.addEventListener('input', () => {
        report(element);
        sayAloud(element, latest.current.label);
      });
      element.addEventListener('focus', () => {
        latest.current.onFocus?.();
        sayAloud(element, latest.current.label);
      });
      element.addEventListener('keydown', (event) => dropInGap(element, event), { capture: true });
      element.addEventListener('keydown', (event) => typeBar(element, event), { capture: true });
      element.addEventListener('input', () => endSoon(element));
      element.addEventListener('blur', () => {
        endCommand(element);
        // MathLive speaks of a key a moment later, and not at all if the field has gone by then.
        report(element);
        echoes.current = new Set([reported.current]);
      });
      element.addEventListener('pointerdown', () => element.hasFocus() && focusNow(element));
      element.addEventListener(
        'mount',
        () => {
          configure(element, symbols, words);
          show(element, latest.current.shown);
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
      clearTimeout(ending.current);
      field.current?.remove();
      field.current = null;
    };
    // The symbols of a part never change while it is open.
  }, [symbols, words, report, show, endSoon]);

  useEffect(() => {
    if (!ready || !field.current) return;
    field.current.setAttribute('aria-label', label);
    field.current.toggleAttribute('data-field', name !== undefined);
    if (name !== undefined) field.current.dataset.field = name;
    if (disabled) {
      endCommand(field.current);
      report(field.current);
    }
    field.current.readOnly = disabled;
  }, [ready, label, name, disabled, report]);

  useEffect(() => {
    // Before anybody else who listens: they send what stands in the field then.
    const onHide = () => {
      if (document.visibilityState !== 'hidden' || !field.current) return;
      endCommand(field.current);
      report(field.current);
    };
    document.addEventListener('visibilitychange', onHide, { capture: true });
    return () => document.removeEventListener('visibilitychange', onHide, { capture: true });
  }, [report]);

  useEffect(() => {
    const element = field.current;
    if (!ready || !element || echoes.current.has(value)) return;
    if (element.getValue('latex-expanded') !== shown) show(element, shown);
  }, [ready, value, shown, show]);

  useEffect(() => {
    if (!ready || !wantsFocus.current) return;
    wantsFocus.current = false;
    enter(field.current);
  }, [ready]);

  useImperativeHandle(ref, () => ({
    insert: (latex) => {
      const element = field.current;
      if (!element || element.readOnly) return;
      element.insert(latex, { focus: true, selectionMode: 'placeholder' });
      focusNow(element);
      report(element);
    },
    focus: () => {
      if (ready) enter(field.current);
      else wantsFocus.current = true;
    },
    show: (latex) => {
      echoes.current.clear();
      const element = field.current;
      if (element && element.getValue('latex-expanded') !== latex) show(element, latex);
    },
    text: () => (ready ? (field.current?.getValue('latex-expanded') ?? null) : null),
    isInCommand: () => field.current?.mode === 'latex',
  }));

  return (
    <div className={classes.frame} data-disabled={disabled || undefined}>
      <div ref={host} className={ready ? classes.host : classes.hidden} data-ready={ready} />
      {!ready && <Skeleton height={52} radius="sm" aria-hidden="true" />}
    </div>
  );
}

/** MathLive takes the keyboard only 60 ms after a click; keys typed until then would go nowhere. */
function focusNow(element: MathfieldElement) {
  sinkOf(element)?.focus({ preventScroll: true });
}

/** What takes the keys, and the focus with them. */
function sinkOf(element: MathfieldElement): HTMLElement | null {
  return element.shadowRoot?.querySelector<HTMLElement>('[part=keyboard-sink]') ?? null;
}

/** What has the focus is called by its label and by what stands in it, read aloud. */
function sayAloud(element: MathfieldElement, label: string) {
  const words = element.getValue('spoken-text').trim();
  sinkOf(element)?.setAttribute('aria-label', `${label}: ${words === '' ? 'empty' : words}`);
}

/**
 * Who writes `int_0` finds the gap for the lower limit opened already by `int`: there `_` and `^`
 * would only make an index of nothing.
 */
function dropInGap(element: MathfieldElement, event: KeyboardEvent) {
  if (event.key !== '_' && event.key !== '^') return;
  if (element.getValue(element.selection) !== '\\placeholder{}') return;
  event.preventDefault();
  event.stopPropagation();
}

/** Takes a command that is being typed as it stands; MathLive would show it and leave it out of the value. */
function endCommand(element: MathfieldElement) {
  if (element.mode === 'latex') element.executeCommand('complete');
}

/**
 * A bar is a bar on every keyboard: MathLive knows it as Shift with the key beside Enter, and without
 * Shift takes that key for a backslash, behind which all that follows would be raw LaTeX.
 */
function typeBar(element: MathfieldElement, event: KeyboardEvent) {
  if (event.key !== '|' || element.mode === 'latex') return;
  if (event.code === 'Backslash' && event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  const bar = { key: '|', code: 'Backslash', shiftKey: true };
  const how = { bubbles: true, composed: true, cancelable: true };
  sinkOf(element)?.dispatchEvent(new KeyboardEvent('keydown', { ...bar, ...how }));
}

/** Enters the field with the caret at its end. */
function enter(element: MathfieldElement | null) {
  if (!element) return;
  focusNow(element);
  element.executeCommand('moveToMathfieldEnd');
  element.scrollIntoView({ block: 'nearest' });
}

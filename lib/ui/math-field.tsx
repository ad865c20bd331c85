'use client';

import 'mathlive/fonts.css';
import { Skeleton } from '@mantine/core';
import type { MathfieldElement } from 'mathlive';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import classes from './math-field.module.css';

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

/** A symbol that is written with several characters but is one: deleted with one Backspace. */
export interface AtomicSymbol {
  /** Letters only: becomes a macro of this name. */
  name: string;
  latex: string;
  /** What one types to get it. */
  shortcut?: string;
}

export interface MathFieldProps {
  value: string;
  onChange: (latex: string) => void;
  label: string;
  symbols: readonly AtomicSymbol[];
  disabled: boolean;
  onFocus?: () => void;
  ref?: Ref<MathFieldHandle>;
}

/** MathLive loses what is typed in its first moments, so it is not offered for typing before. */
const SETTLING_MS = 350;

/** A WYSIWYG formula field (MathLive) that speaks LaTeX, with macros expanded. */
export function MathField({
  value,
  onChange,
  label,
  symbols,
  disabled,
  onFocus,
  ref,
}: MathFieldProps) {
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<MathfieldElement | null>(null);
  const latest = useRef({ value, onChange, onFocus });
  latest.current = { value, onChange, onFocus };
  /** What was typed since the field was entered: it comes back as `value`, late and in order. */
  const echoes = useRef(new Set<string>());
  const [ready, setReady] = useState(false);
  const wantsFocus = useRef(false);

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
        const latex = element.getValue('latex-expanded');
        echoes.current.add(latex);
        latest.current.onChange(latex);
      });
      element.addEventListener('focus', () => latest.current.onFocus?.());
      element.addEventListener('blur', () => echoes.current.clear());
      element.addEventListener(
        'mount',
        () => {
          configure(element, symbols);
          element.setValue(latest.current.value, { silenceNotifications: true });
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
      field.current?.remove();
      field.current = null;
    };
    // The symbols of a part never change while it is open.
  }, [symbols]);

  useEffect(() => {
    if (!ready || !field.current) return;
    field.current.setAttribute('aria-label', label);
    field.current.readOnly = disabled;
  }, [ready, label, disabled]);

  useEffect(() => {
    const element = field.current;
    if (!ready || !element || echoes.current.has(value)) return;
    if (element.getValue('latex-expanded') !== value) {
      element.setValue(value, { silenceNotifications: true });
    }
  }, [ready, value]);

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
      const text = element.getValue('latex-expanded');
      echoes.current.add(text);
      latest.current.onChange(text);
    },
    focus: () => {
      if (ready) enter(field.current);
      else wantsFocus.current = true;
    },
    show: (latex) => {
      echoes.current.clear();
      const element = field.current;
      if (element && element.getValue('latex-expanded') !== latex)
        element.setValue(latex, { silenceNotifications: true });
    },
    text: () => (ready ? (field.current?.getValue('latex-expanded') ?? null) : null),
    isInCommand: () => field.current?.mode === 'latex',
  }));

  return (
    <div className={classes.frame} data-disabled={disabled || undefined}>
      <div ref={host} className={ready ? classes.host : classes.hidden} data-ready={ready} />
      {!ready && <Skeleton height={44} radius="sm" aria-label="Preparing the formula field" />}
    </div>
  );
}

/**
 * MathLive's own `focus` moves the keyboard 60 ms later, and what is typed until then goes to the
 * field before; focusing the element that takes the keys moves it at once.
 */
function enter(element: MathfieldElement | null) {
  const sink = element?.shadowRoot?.querySelector('[part=keyboard-sink]');
  if (sink instanceof HTMLElement) sink.focus({ preventScroll: true });
  else element?.focus();
  element?.executeCommand('moveToMathfieldEnd');
  element?.scrollIntoView({ block: 'nearest' });
}

function configure(element: MathfieldElement, symbols: readonly AtomicSymbol[]) {
  element.mathVirtualKeyboardPolicy = 'manual';
  element.menuItems = [];
  element.macros = {
    ...element.macros,
    ...Object.fromEntries(
      symbols.map(({ name, latex }) => [name, { def: latex, args: 0, captureSelection: true }]),
    ),
  };
  element.inlineShortcuts = {
    ...element.inlineShortcuts,
    // The default makes a subscript of whatever follows.
    log: '\\log',
    ln: '\\ln',
    ...Object.fromEntries(
      symbols.flatMap(({ name, shortcut }) => (shortcut ? [[shortcut, `\\${name}`]] : [])),
    ),
  };
  element.mathModeSpace = '\\:';
  element.smartFence = true;
  element.smartSuperscript = false;
}

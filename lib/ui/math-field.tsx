'use client';

import 'mathlive/fonts.css';
import { Skeleton } from '@mantine/core';
import type { MathfieldElement } from 'mathlive';
import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import classes from './math-field.module.css';
import { endCommand, enter, type FieldCommand, focusNow, runCommand } from './math-field-element';
import type { AtomicSymbol } from './math-field-setup';
import type { TypedLanguage } from './natural-typing/characters';
import { beginPast } from './natural-typing/mathlive-model';
import type { NaturalTyping } from './natural-typing/natural-typing';
import { typeText } from './natural-typing/typed-input';
import { type Reports, useMathfield, useReports } from './use-mathfield';

/** What keys of our own do beside typing. */

/** What a parent may do to the field beside setting its value. */
export interface MathFieldHandle {
  /** Inserts LaTeX at the caret; `#@` stands for what is selected or left of it, `#?` for a gap. */
  insert: (latex: string) => void;
  /** Scrolls it into sight. */
  reveal: () => void;
  /** With the caret at the end; a field that is still being prepared is entered once it is ready. */
  focus: () => void;
  /**
   * Shows this in any case, also what was typed here a moment ago: lines change places. Where it is another
   * text and no change of this one, nothing of the old one can be undone here.
   */
  show: (latex: string, isAnother: boolean) => void;
  /** What stands in the field now, before `onChange` has told; null while it is being prepared. */
  text: () => string | null;
  /** Types a character as a key would. */
  character: (character: string) => void;
  command: (command: FieldCommand) => void;
  /** A command such as `\alpha` is being typed, which Enter ends. */
  isInCommand: () => boolean;
}

export interface MathFieldProps {
  value: string;
  /** How the field shows a value that was not typed into it. */
  shownFor: (value: string) => string;
  onChange: (latex: string) => void;
  label: string;
  /** A name for scripts, as `data-field`. */
  field?: string | undefined;
  symbols: readonly AtomicSymbol[];
  /** Words are typed beside formulas: names such as `sup` are no shortcuts then. */
  words: boolean;
  /** Other written forms that are typed here: left sides, shifted indices. */
  forms?: readonly string[] | undefined;
  language: TypedLanguage;
  disabled: boolean;
  onFocus?: () => void;
  onBlur?: () => void;
  ref?: Ref<MathFieldHandle>;
}

type Field = RefObject<MathfieldElement | null>;

const NO_FORMS: readonly string[] = [];

/** A WYSIWYG formula field (MathLive) that speaks LaTeX, with macros expanded. */
export function MathField(props: MathFieldProps) {
  const { value, shownFor, onChange, label, symbols, words, disabled, onFocus, onBlur, ref } =
    props;
  const { forms = NO_FORMS, language } = props;
  const latest = useRef({ label, value, shownFor, onChange, onFocus, onBlur, forms, language });
  latest.current = { label, value, shownFor, onChange, onFocus, onBlur, forms, language };
  const reports = useReports(latest);
  const { host, field, ready, natural } = useMathfield(symbols, words, latest, reports);
  useAttributes(field, ready, props, reports);
  useReportBeforeHiding(field, reports);

  const { show, echoes } = reports;
  useEffect(() => {
    const element = field.current;
    if (!ready || !element || echoes.current.has(value)) return;
    const shown = latest.current.shownFor(value);
    if (element.getValue('latex-expanded') !== shown) show(element, shown);
  }, [ready, value, show, echoes, field]);

  useHandle(ref, { field, natural }, ready, reports);

  const isInIndex = useStaysInIndex(field, natural, ready);
  return (
    <div className={classes.frame} data-disabled={disabled || undefined}>
      <div ref={host} className={ready ? classes.host : classes.hidden} data-ready={ready} />
      {!ready && <Skeleton height={52} radius="sm" aria-hidden="true" />}
      {isInIndex && !disabled && (
        <span className={classes.hint} role="note">
          <kbd>→</kbd> leaves the index
        </span>
      )}
    </div>
  );
}

/** Its names, and whether one may type. */
function useAttributes(
  field: Field,
  ready: boolean,
  { label, field: name, disabled }: MathFieldProps,
  { report }: Reports,
): void {
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
  }, [ready, label, name, disabled, report, field]);
}

/** So long one may rest in an index before one is told how to leave it. */
const STUCK_MS = 2500;

/** Whether the caret has rested at the end of an index for a while. */
function useStaysInIndex(
  field: Field,
  natural: RefObject<NaturalTyping | null>,
  ready: boolean,
): boolean {
  const [isStuck, setIsStuck] = useState(false);
  useEffect(() => {
    const element = field.current;
    if (!ready || !element) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      setIsStuck(false);
      if (!element.hasFocus() || !natural.current?.isInScript) return;
      timer = setTimeout(() => setIsStuck(natural.current?.isInScript ?? false), STUCK_MS);
    };
    const events = ['selection-change', 'input', 'blur'] as const;
    for (const event of events) element.addEventListener(event, look);
    return () => {
      clearTimeout(timer);
      for (const event of events) element.removeEventListener(event, look);
    };
  }, [field, natural, ready]);
  return isStuck;
}

function useReportBeforeHiding(field: Field, { report }: Reports): void {
  useEffect(() => {
    // Before anybody else who listens: they send what stands in the field then.
    const onHide = () => {
      if (document.visibilityState !== 'hidden' || !field.current) return;
      endCommand(field.current);
      report(field.current);
    };
    document.addEventListener('visibilitychange', onHide, { capture: true });
    return () => document.removeEventListener('visibilitychange', onHide, { capture: true });
  }, [report, field]);
}

function useHandle(
  ref: Ref<MathFieldHandle> | undefined,
  { field, natural }: { field: Field; natural: RefObject<NaturalTyping | null> },
  ready: boolean,
  { report, show, echoes }: Reports,
): void {
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!ready || !wantsFocus.current) return;
    wantsFocus.current = false;
    enter(field.current);
  }, [ready, field]);

  useImperativeHandle(ref, () => ({
    insert: (latex) => {
      const element = field.current;
      if (!element || element.readOnly) return;
      if (element.selectionIsCollapsed) natural.current?.beforeSymbol();
      element.insert(latex, { focus: true, selectionMode: 'placeholder' });
      focusNow(element);
      report(element);
    },
    reveal: () => field.current?.scrollIntoView({ block: 'nearest' }),
    focus: () => {
      if (ready) enter(field.current);
      else wantsFocus.current = true;
    },
    show: (latex, isAnother) => {
      echoes.current.clear();
      const element = field.current;
      if (!element) return;
      if (element.getValue('latex-expanded') !== latex) show(element, latex);
      if (isAnother) beginPast(element);
    },
    character: (character) => {
      const element = field.current;
      if (!element || element.readOnly) return;
      typeText(element, character);
      focusNow(element);
    },
    command: (command) => {
      if (field.current && !field.current.readOnly) runCommand(field.current, command);
    },
    text: () => (ready ? (field.current?.getValue('latex-expanded') ?? null) : null),
    isInCommand: () => field.current?.mode === 'latex',
  }));
}

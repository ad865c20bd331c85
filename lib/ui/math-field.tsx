'use client';

import 'mathlive/fonts.css';
import { Skeleton } from '@mantine/core';
import type { MathfieldElement } from 'mathlive';
import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import classes from './math-field.module.css';
import { endCommand, enter, focusNow } from './math-field-element';
import type { AtomicSymbol } from './math-field-setup';
import { type Reports, useMathfield, useReports } from './use-mathfield';

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

type Field = RefObject<MathfieldElement | null>;

/** A WYSIWYG formula field (MathLive) that speaks LaTeX, with macros expanded. */
export function MathField(props: MathFieldProps) {
  const { value, shown, onChange, label, symbols, words, disabled, onFocus, ref } = props;
  const latest = useRef({ label, shown, onChange, onFocus });
  latest.current = { label, shown, onChange, onFocus };
  const reports = useReports(latest);
  const { host, field, ready } = useMathfield(symbols, words, latest, reports);
  useAttributes(field, ready, props, reports);
  useReportBeforeHiding(field, reports);

  const { show, echoes } = reports;
  useEffect(() => {
    const element = field.current;
    if (!ready || !element || echoes.current.has(value)) return;
    if (element.getValue('latex-expanded') !== shown) show(element, shown);
  }, [ready, value, shown, show, echoes, field]);

  useHandle(ref, field, ready, reports);

  return (
    <div className={classes.frame} data-disabled={disabled || undefined}>
      <div ref={host} className={ready ? classes.host : classes.hidden} data-ready={ready} />
      {!ready && <Skeleton height={52} radius="sm" aria-hidden="true" />}
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
  field: Field,
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
}

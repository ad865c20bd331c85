'use client';

import { TextInput } from '@mantine/core';
import {
  type RefCallback,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { leftOut, storablePart } from '@/lib/kinds/fields/answer';
import { MathField, type MathFieldHandle } from '@/lib/ui/math-field';
import type { FieldCommand } from '@/lib/ui/math-field-element';
import type { AtomicSymbol } from '@/lib/ui/math-field-setup';
import { fitsVisually } from '@/lib/ui/nesting';
import classes from './formula.module.css';
import type { Key } from './symbol-keys';
import { TYPED_LANGUAGE } from './typed-language';

/** What the keys and the list around a field may do to it. */
export interface FormulaEntryHandle {
  /** Types a key at the caret. */
  type: (key: Key) => void;
  /** Scrolls the field into sight. */
  reveal: () => void;
  /** The caret goes to the end. */
  focus: () => void;
  /** Shows a text at once, which may be another one, as when lines change places. */
  show: (text: string, isAnother: boolean) => void;
  /** What stands there now; null where that is not known yet. */
  text: () => string | null;
  /** Types a character as a plain keyboard would. */
  character: (character: string) => void;
  command: (command: FieldCommand) => void;
  /** Enter belongs to what is being typed. */
  keepsEnter: () => boolean;
}

interface FormulaEntryProps {
  label: string;
  /** A name for scripts, as `data-field`. */
  field?: string | undefined;
  asText: boolean;
  symbols: readonly AtomicSymbol[];
  /** Words are typed beside formulas. */
  words?: boolean;
  /** Other written forms that are typed here: left sides, shifted indices. */
  forms?: readonly string[] | undefined;
  value: string;
  /** What a visual field shows for a value. */
  visual: (value: string) => string;
  onChange: (text: string) => void;
  onFocus: () => void;
  onBlur: () => void;
  disabled: boolean;
  handle: RefCallback<FormulaEntryHandle>;
}

/** One field for mathematics, visual or plain text; the same wherever formulas are typed. */
export function FormulaEntry({ asText, handle, onChange: write, ...props }: FormulaEntryProps) {
  const visual = useRef<MathFieldHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const { label, field, value, onFocus, onBlur, disabled } = props;
  const { left, onChange } = useStorable(write);
  const isTooMuch = !fitsVisually(value);
  const isText = asText || isTooMuch;
  useImperativeHandle(handle, () =>
    isText ? textHandle(input, value, onChange) : visualHandle(visual),
  );
  useFocusOnTurning(input, isTooMuch);
  if (!isText) {
    const { visual: shownFor, symbols, words = false, forms } = props;
    return (
      <MathField
        ref={visual}
        label={label}
        field={field}
        value={value}
        shownFor={shownFor}
        onChange={onChange}
        onFocus={onFocus}
        onBlur={onBlur}
        symbols={symbols}
        words={words}
        forms={forms}
        language={TYPED_LANGUAGE}
        disabled={disabled}
      />
    );
  }
  return (
    <TextInput
      ref={input}
      aria-label={label}
      data-field={field}
      description={
        isTooMuch && !asText
          ? 'Too long or too deeply nested for a visual field; edit it as text.'
          : undefined
      }
      error={left > 0 ? sentence(leftOut(left)) : undefined}
      inputWrapperOrder={['input', 'description', 'error']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={onFocus}
      onBlur={onBlur}
      readOnly={disabled}
      size="md"
      classNames={{ input: classes.text }}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
    />
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Hands on what of a text can be stored, and says how many characters are left out. */
function useStorable(write: (text: string) => void) {
  const [left, setLeft] = useState(0);
  const onChange = (text: string) => {
    const stored = storablePart(text);
    setLeft(text.length - stored.length);
    write(stored);
  };
  return { left, onChange };
}

/** Who was writing when the visual field gave way to text goes on in the text. */
function useFocusOnTurning(input: RefObject<HTMLInputElement | null>, isTooMuch: boolean): void {
  const was = useRef(isTooMuch);
  useEffect(() => {
    if (isTooMuch && !was.current) input.current?.focus();
    was.current = isTooMuch;
  }, [input, isTooMuch]);
}

function visualHandle(visual: RefObject<MathFieldHandle | null>): FormulaEntryHandle {
  return {
    type: (key) => visual.current?.insert(key.latex),
    reveal: () => visual.current?.reveal(),
    focus: () => visual.current?.focus(),
    show: (text, isAnother) => visual.current?.show(text, isAnother),
    text: () => visual.current?.text() ?? null,
    character: (character) => visual.current?.character(character),
    command: (command) => visual.current?.command(command),
    keepsEnter: () => visual.current?.isInCommand() ?? false,
  };
}

function textHandle(
  input: RefObject<HTMLInputElement | null>,
  value: string,
  onChange: (text: string) => void,
): FormulaEntryHandle {
  return {
    type: (key) => {
      const element = input.current;
      if (!element) return;
      const from = element.selectionStart ?? value.length;
      const to = element.selectionEnd ?? from;
      element.focus();
      onChange(value.slice(0, from) + key.text + value.slice(to));
    },
    reveal: () => input.current?.scrollIntoView({ block: 'nearest' }),
    focus: () => {
      const element = input.current;
      element?.focus();
      element?.setSelectionRange(element.value.length, element.value.length);
    },
    // A text input shows its value by itself.
    show: () => undefined,
    text: () => input.current?.value ?? null,
    // A text input has the system's own keyboard.
    character: () => undefined,
    command: () => undefined,
    keepsEnter: () => false,
  };
}

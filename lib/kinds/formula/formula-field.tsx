'use client';

import { TextInput } from '@mantine/core';
import { type RefCallback, useImperativeHandle, useRef } from 'react';
import { InlineMarkdown, Tex } from '@/lib/ui/markdown';
import { type AtomicSymbol, MathField, type MathFieldHandle } from '@/lib/ui/math-field';
import type { Convention } from './conventions';
import classes from './formula.module.css';
import { ReadingPreview } from './reading-preview';
import type { Key } from './symbol-keys';
import { visualForm } from './visual-form';

export interface FormulaFieldHandle {
  type: (key: Key) => void;
}

export interface FormulaFieldProps {
  field: { name: string; label: string; leftSides: readonly string[]; hint?: string | null };
  asText: boolean;
  symbols: readonly AtomicSymbol[];
  conventions: readonly Convention[];
  value: string;
  onChange: (text: string) => void;
  onFocus: () => void;
  disabled: boolean;
  handle: RefCallback<FormulaFieldHandle>;
}

/** One formula: its left side, the field (visual or plain text), and how it is read. */
export function FormulaField({
  field,
  asText,
  symbols,
  conventions,
  value,
  onChange,
  onFocus,
  disabled,
  handle,
}: FormulaFieldProps) {
  const visual = useRef<MathFieldHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(handle, () => ({
    type: (key) => {
      if (!asText) return visual.current?.insert(key.latex);
      const element = input.current;
      if (!element) return;
      const from = element.selectionStart ?? value.length;
      const to = element.selectionEnd ?? from;
      element.focus();
      onChange(value.slice(0, from) + key.text + value.slice(to));
    },
  }));
  const label = `Formula for ${field.name}`;
  return (
    <div className={classes.row}>
      <span className={classes.label} aria-hidden="true">
        <Tex>{`${field.label} =`}</Tex>
      </span>
      {asText ? (
        <TextInput
          ref={input}
          aria-label={label}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onFocus={onFocus}
          readOnly={disabled}
          size="md"
          classNames={{ input: classes.text }}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
      ) : (
        <MathField
          ref={visual}
          label={label}
          value={value}
          shown={visualForm(value, conventions, field.leftSides)}
          onChange={onChange}
          onFocus={onFocus}
          symbols={symbols}
          disabled={disabled}
        />
      )}
      <div className={classes.below}>
        {field.hint && value.trim() === '' ? (
          <InlineMarkdown>{field.hint}</InlineMarkdown>
        ) : (
          <ReadingPreview
            text={value}
            conventions={conventions}
            leftSides={field.leftSides}
            onMend={disabled ? undefined : onChange}
          />
        )}
      </div>
    </div>
  );
}

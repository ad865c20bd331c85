'use client';

import { type RefCallback, useMemo } from 'react';
import { AuthoredLine } from '@/lib/ui/authored';
import { Tex } from '@/lib/ui/markdown';
import type { AtomicSymbol } from '@/lib/ui/math-field-setup';
import { ScrollWide } from '@/lib/ui/scroll-wide';
import { spoken } from '@/lib/ui/spoken';
import type { Convention } from './conventions';
import { type FieldReader, readerOf } from './field-reader';
import classes from './formula.module.css';
import { FormulaEntry, type FormulaEntryHandle } from './formula-entry';
import { ReadingPreview } from './reading-preview';
import type { MoreKeys } from './symbol-keys';
import { visualForm } from './visual-form';

/** What a field takes, and how it is shown. */
export interface EntryField {
  name: string;
  label: string;
  leftSides: readonly string[];
  /** What stands between the label and the field; `=` unless told. */
  sign?: string;
  /** Where it takes something else than a formula. */
  read?: FieldReader;
  /** Keys for what it takes, beyond those that the symbols call for. */
  more?: MoreKeys | undefined;
}

export interface FormulaFieldProps {
  field: EntryField & { hint?: string | null };
  asText: boolean;
  symbols: readonly AtomicSymbol[];
  conventions: readonly Convention[];
  value: string;
  onChange: (text: string) => void;
  onFocus: () => void;
  onBlur: () => void;
  disabled: boolean;
  handle: RefCallback<FormulaEntryHandle>;
}

/** One formula: its left side, the field (visual or plain text), and how it is read. */
export function FormulaField({
  field,
  conventions,
  value,
  onChange,
  disabled,
  ...rest
}: FormulaFieldProps) {
  const { leftSides, read: own } = field;
  const read = useMemo(
    () => readerOf({ leftSides, read: own }, conventions),
    [leftSides, own, conventions],
  );
  return (
    <div className={classes.row}>
      <span className={classes.label} aria-hidden="true">
        <Tex authored>{`${field.label} ${field.sign ?? '='}`}</Tex>
      </span>
      <FormulaEntry
        {...rest}
        forms={[field.label, ...field.leftSides]}
        label={`Formula for ${spoken(field.label)}`}
        field={field.name}
        value={value}
        visual={(text) => visualForm(text, read)}
        onChange={onChange}
        disabled={disabled}
      />
      <ScrollWide label={`How ${spoken(field.label)} is read`} className={classes.below}>
        {field.hint && value.trim() === '' ? (
          <AuthoredLine>{field.hint}</AuthoredLine>
        ) : (
          <ReadingPreview text={value} read={read} onMend={disabled ? undefined : onChange} />
        )}
      </ScrollWide>
    </div>
  );
}

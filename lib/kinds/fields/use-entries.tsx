'use client';

import { Switch } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { AtomicSymbol } from '@/lib/ui/math-field-setup';
import { FingerKeyboard } from './finger-keyboard/finger-keyboard';
import type { FormulaEntryHandle } from './formula-entry';
import { keysOf, type MoreKeys, macroName, SymbolKeys } from './symbol-keys';
import type { DeclaredSymbol } from './symbols';

/** What the fields of one part share: the keys above, the switch below, the field used last. */
export interface Entries<Name> {
  asText: boolean;
  symbols: readonly AtomicSymbol[];
  /** Types into the field that was used last. */
  keys: ReactNode;
  plainTextSwitch: ReactNode;
  /** On a touch screen, while one of the fields is written in. */
  fingerKeyboard: ReactNode;
  handleOf: (name: Name) => FormulaEntryHandle | undefined;
  /** To be given to a field. */
  register: (name: Name) => (handle: FormulaEntryHandle | null) => void;
  entered: (name: Name) => void;
  left: () => void;
}

/** `symbols` and `keyed` must stay the same arrays: a field is made anew when its symbols change. */
export function useEntries<Name>({
  first,
  symbols,
  keyed,
  more,
  disabled,
  hasLines = false,
}: {
  /** The field that keys type into before any was used. */
  first: Name;
  symbols: readonly DeclaredSymbol[];
  /** The symbols that get a key. */
  keyed: readonly DeclaredSymbol[];
  /** Keys for integrals, sums and expectations too, or for relations. */
  more?: MoreKeys | undefined;
  disabled: boolean;
  /** The fields are lines, and Enter opens the next. */
  hasLines?: boolean;
}): Entries<Name> {
  // One habit for all parts: who types plain text does so everywhere.
  const [asText, setAsText] = useLocalStorage({ key: 'nabla.plain-text', defaultValue: false });
  const handles = useRef(new Map<Name, FormulaEntryHandle>());
  const lastUsed = useRef(first);
  const { own, structures } = useMemo(() => keysOf(keyed, more), [keyed, more]);
  const keys = useMemo(() => [...own, ...structures], [own, structures]);
  const isTouched = useMediaQuery('(pointer: coarse)') ?? false;
  const [isWritten, setIsWritten] = useState(false);
  const atomic = useMemo(() => symbols.map(atomicSymbol), [symbols]);
  return {
    asText,
    symbols: atomic,
    keys: (
      <SymbolKeys
        keys={keys}
        onKey={(key) => handles.current.get(lastUsed.current)?.type(key)}
        disabled={disabled}
      />
    ),
    plainTextSwitch: (
      <Switch
        size="sm"
        label="Type as plain text"
        checked={asText}
        onChange={(event) => setAsText(event.currentTarget.checked)}
      />
    ),
    fingerKeyboard: isTouched && isWritten && !asText && !disabled && (
      <FingerKeyboard
        symbols={own}
        structures={structures}
        hasLines={hasLines}
        onType={(character) => handles.current.get(lastUsed.current)?.character(character)}
        onInsert={(key) => handles.current.get(lastUsed.current)?.type(key)}
        onCommand={(command) => {
          if (command === 'hide') setIsWritten(false);
          else handles.current.get(lastUsed.current)?.command(command);
        }}
      />
    ),
    handleOf: (name) => handles.current.get(name),
    register: (name) => (handle) => {
      if (handle) handles.current.set(name, handle);
      else handles.current.delete(name);
    },
    entered: (name) => {
      lastUsed.current = name;
      setIsWritten(true);
    },
    left: () => setIsWritten(false),
  };
}

/** Long ids are typed as they are; short ones would catch ordinary products such as `xt`. */
function atomicSymbol({ id, latex, aliases, type }: DeclaredSymbol): AtomicSymbol {
  const typable = /^[A-Za-z]{3,}$/.test(id);
  const isFunction = type.kind === 'function';
  return { name: macroName(id), latex, aliases, isFunction, ...(typable && { shortcut: id }) };
}

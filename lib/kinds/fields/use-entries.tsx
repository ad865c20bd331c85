'use client';

import { Switch } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type ReactNode, useMemo, useRef } from 'react';
import type { AtomicSymbol } from '@/lib/ui/math-field-setup';
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
  handleOf: (name: Name) => FormulaEntryHandle | undefined;
  /** To be given to a field. */
  register: (name: Name) => (handle: FormulaEntryHandle | null) => void;
  entered: (name: Name) => void;
}

/** `symbols` and `keyed` must stay the same arrays: a field is made anew when its symbols change. */
export function useEntries<Name>({
  first,
  symbols,
  keyed,
  more,
  disabled,
}: {
  /** The field that keys type into before any was used. */
  first: Name;
  symbols: readonly DeclaredSymbol[];
  /** The symbols that get a key. */
  keyed: readonly DeclaredSymbol[];
  /** Keys for integrals, sums and expectations too, or for relations. */
  more?: MoreKeys | undefined;
  disabled: boolean;
}): Entries<Name> {
  // One habit for all parts: who types plain text does so everywhere.
  const [asText, setAsText] = useLocalStorage({ key: 'nabla.plain-text', defaultValue: false });
  const handles = useRef(new Map<Name, FormulaEntryHandle>());
  const lastUsed = useRef(first);
  const keys = useMemo(() => keysOf(keyed, more), [keyed, more]);
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
    handleOf: (name) => handles.current.get(name),
    register: (name) => (handle) => {
      if (handle) handles.current.set(name, handle);
      else handles.current.delete(name);
    },
    entered: (name) => {
      lastUsed.current = name;
    },
  };
}

/** Long ids are typed as they are; short ones would catch ordinary products such as `xt`. */
function atomicSymbol({ id, latex }: DeclaredSymbol): AtomicSymbol {
  const typable = /^[A-Za-z]{3,}$/.test(id);
  return { name: macroName(id), latex, ...(typable && { shortcut: id }) };
}

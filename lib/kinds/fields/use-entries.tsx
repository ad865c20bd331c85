'use client';

import { Group, Switch } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type ReactNode, useMemo, useRef } from 'react';
import type { AtomicSymbol } from '@/lib/ui/math-field-setup';
import { useFingerKeyboard } from './finger-keyboard/use-finger-keyboard';
import type { FormulaEntryHandle } from './formula-entry';
import { keysOf, type MoreKeys, macroName, SymbolKeys } from './symbol-keys';
import type { DeclaredSymbol } from './symbols';
import { TypingHelp } from './typing-help';

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
  moreOfAll = [more],
  disabled,
  hasLines = false,
}: {
  /** The field that keys type into before any was used. */
  first: Name;
  symbols: readonly DeclaredSymbol[];
  /** The symbols that get a key. */
  keyed: readonly DeclaredSymbol[];
  /** Keys beyond those that the symbols call for, of the field that was used last. */
  more?: MoreKeys | undefined;
  /** And those of every field, where they differ. */
  moreOfAll?: readonly (MoreKeys | undefined)[];
  disabled: boolean;
  /** The fields are lines, and Enter opens the next. */
  hasLines?: boolean;
}): Entries<Name> {
  const [asText, setAsText] = usePlainText();
  const handles = useRef(new Map<Name, FormulaEntryHandle>());
  const lastUsed = useRef(first);
  const { own, structures } = useMemo(() => keysOf(keyed, more), [keyed, more]);
  const fingers = useFingerKeyboard({
    symbols: own,
    structures,
    hasLines,
    isOff: asText || disabled,
    handle: () => handles.current.get(lastUsed.current),
  });
  const atomic = useMemo(() => symbols.map(atomicSymbol), [symbols]);
  return {
    asText,
    symbols: atomic,
    keys: (
      <SymbolKeys
        {...{ keyed, more, moreOfAll, disabled }}
        onKey={(key) => handles.current.get(lastUsed.current)?.type(key)}
      />
    ),
    plainTextSwitch: <HowToType {...{ asText, setAsText, keyed, moreOfAll }} />,
    fingerKeyboard: fingers.keyboard,
    handleOf: (name) => handles.current.get(name),
    register: (name) => (handle) => {
      if (handle) handles.current.set(name, handle);
      else handles.current.delete(name);
    },
    entered: (name) => {
      lastUsed.current = name;
      fingers.show();
    },
    left: fingers.hide,
  };
}

/** One habit for all parts: who types plain text does so everywhere. */
function usePlainText() {
  return useLocalStorage({
    key: 'nabla.plain-text',
    defaultValue: false,
    // Fields are drawn in the browser alone, so that no visual one has to stand in for a moment.
    getInitialValueInEffect: false,
  });
}

/** Plain text or visual, the same in all parts, and the card that says how to type. */
function HowToType({
  asText,
  setAsText,
  keyed,
  moreOfAll,
}: {
  asText: boolean;
  setAsText: (asText: boolean) => void;
  keyed: readonly DeclaredSymbol[];
  moreOfAll: readonly (MoreKeys | undefined)[];
}) {
  return (
    <Group justify="space-between" gap="xs">
      <Switch
        size="sm"
        label="Type as plain text"
        checked={asText}
        onChange={(event) => setAsText(event.currentTarget.checked)}
      />
      <TypingHelp symbols={keyed} more={moreOfAll} />
    </Group>
  );
}

/** Long ids are typed as they are; short ones would catch ordinary products such as `xt`. */
function atomicSymbol({ id, latex, aliases, type }: DeclaredSymbol): AtomicSymbol {
  const typable = /^[A-Za-z]{3,}$/.test(id);
  const isFunction = type.kind === 'function';
  return { name: macroName(id), latex, aliases, isFunction, ...(typable && { shortcut: id }) };
}

'use client';

import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import type { FormulaEntryHandle } from '@/lib/kinds/fields/formula-entry';
import type { Key } from '@/lib/kinds/fields/symbol-keys';
import { FingerKeyboard } from './finger-keyboard';
import { useAfterTap } from './use-after-tap';

/** The keyboard for fingers of one part: there on a touch screen while a field of it is written in. */
export function useFingerKeyboard({
  symbols,
  structures,
  hasLines,
  isOff,
  handle,
}: {
  symbols: readonly Key[];
  structures: readonly Key[];
  hasLines: boolean;
  /** Nothing is written, or in text inputs, which have the system's keyboard. */
  isOff: boolean;
  /** The field that is written in. */
  handle: () => FormulaEntryHandle | undefined;
}): { keyboard: ReactNode; show: () => void; hide: () => void } {
  const isTouched = useMediaQuery('(pointer: coarse)') ?? false;
  const [isWritten, setIsWritten] = useState(false);
  const afterTap = useAfterTap();
  const hide = () => setIsWritten(false);
  const keyboard = isTouched && isWritten && !isOff && (
    <FingerKeyboard
      {...{ symbols, structures, hasLines }}
      onType={(character) => handle()?.character(character)}
      onInsert={(key) => handle()?.type(key)}
      onPlaced={() => handle()?.reveal()}
      onCommand={(command) => {
        if (command === 'hide') hide();
        else handle()?.command(command);
      }}
    />
  );
  return {
    keyboard,
    // Without the keyboard the page is shorter, and moves.
    hide: () => afterTap(hide),
    show: () =>
      afterTap(() => {
        setIsWritten(true);
        // The field before it may have been further up.
        requestAnimationFrame(() => handle()?.reveal());
      }),
  };
}

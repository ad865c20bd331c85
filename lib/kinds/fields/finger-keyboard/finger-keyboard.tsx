'use client';

import { Portal, UnstyledButton } from '@mantine/core';
import {
  IconArrowBigUp,
  IconArrowLeft,
  IconArrowRight,
  IconBackspace,
  IconChevronDown,
  IconCornerDownLeft,
} from '@tabler/icons-react';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Key } from '@/lib/kinds/fields/symbol-keys';
import { Tex } from '@/lib/ui/markdown';
import classes from './finger-keyboard.module.css';
import { type FingerCommand, type FingerKey, type FingerPage, gridOf, letterRows } from './pages';

export interface FingerKeyboardProps {
  /** The part's own symbols, which come first. */
  symbols: readonly Key[];
  /** Fractions, roots and what else the part calls for. */
  structures: readonly Key[];
  /** The field is a line of several: Enter opens the next. */
  hasLines: boolean;
  onType: (character: string) => void;
  onInsert: (key: Key) => void;
  onCommand: (command: 'delete' | 'left' | 'right' | 'enter' | 'hide') => void;
  /** It takes up room, and what is written in may have to come into sight. */
  onPlaced: () => void;
}

const FACES: Partial<Record<FingerCommand, ReactNode>> = {
  delete: <IconBackspace size={20} aria-hidden="true" />,
  left: <IconArrowLeft size={20} aria-hidden="true" />,
  right: <IconArrowRight size={20} aria-hidden="true" />,
  enter: <IconCornerDownLeft size={20} aria-hidden="true" />,
  hide: <IconChevronDown size={20} aria-hidden="true" />,
  capitals: <IconArrowBigUp size={20} aria-hidden="true" />,
  numbers: '123',
  letters: 'abc',
  greek: 'αβγ',
  structures: '∑ √ ⋯',
};

/** The keyboard for fingers: it stands at the bottom of the window and never covers the field. */
export function FingerKeyboard(props: FingerKeyboardProps) {
  return (
    <Portal>
      <Board {...props} />
    </Portal>
  );
}

/** Inside the portal, which is empty at first: only here is the board there when its height is asked. */
function Board({ symbols, structures, hasLines, ...actions }: FingerKeyboardProps) {
  const [page, setPage] = useState<FingerPage>('numbers');
  const board = useRef<HTMLElement>(null);
  useRoomFor(board, actions.onPlaced);
  const press = (key: FingerKey) => {
    if ('types' in key) actions.onType(key.types);
    else if ('inserts' in key) actions.onInsert(key.inserts);
    else if (isPage(key.does)) setPage(key.does);
    else actions.onCommand(key.does);
    // One capital letter is what one wants, as everywhere.
    if ('types' in key && page === 'capitals') setPage('letters');
  };
  const keys = (all: readonly FingerKey[]) =>
    all.map((key) => <KeyButton key={nameOf(key)} finger={key} page={page} onPress={press} />);
  return (
    <section
      ref={board}
      className={classes.board}
      aria-label="Formula keyboard"
      data-finger-keyboard
      // Keeps the caret in the field.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className={classes.strip}>
        {keys(symbols.map((symbol): FingerKey => ({ inserts: symbol })))}
      </div>
      {page === 'letters' || page === 'capitals' ? (
        letterRows(page).map((row) => (
          <div key={nameOf(row[0])} className={classes.letters}>
            {keys(row)}
          </div>
        ))
      ) : (
        <div className={classes.grid}>{keys(gridOf(page, structures, hasLines))}</div>
      )}
    </section>
  );
}

function KeyButton({
  finger,
  page,
  onPress,
}: {
  finger: FingerKey;
  page: FingerPage;
  onPress: (key: FingerKey) => void;
}) {
  const isWide = 'wide' in finger && finger.wide === true;
  return (
    <UnstyledButton
      className={classes.key}
      data-wide={isWide || undefined}
      data-quiet={'does' in finger || undefined}
      aria-label={nameOf(finger)}
      aria-pressed={'does' in finger && finger.does === page ? true : undefined}
      onClick={() => onPress(finger)}
    >
      <Face finger={finger} />
    </UnstyledButton>
  );
}

function Face({ finger }: { finger: FingerKey }) {
  if ('inserts' in finger) return <Tex authored>{finger.inserts.face}</Tex>;
  if ('does' in finger)
    return FACES[
      finger.does === 'letters' && finger.name === 'Small letters' ? 'capitals' : finger.does
    ];
  return finger.isMath ? <Tex authored>{finger.face}</Tex> : finger.face;
}

function nameOf(finger: FingerKey | undefined): string {
  if (!finger) return '';
  return 'inserts' in finger ? `Insert ${finger.inserts.label}` : finger.name;
}

function isPage(command: FingerCommand): command is FingerPage {
  return ['numbers', 'letters', 'capitals', 'greek', 'structures'].includes(command);
}

/** Space between the keyboard and the field: with room for how it is read, but on a phone on its side. */
const MARGIN = { upright: 80, onItsSide: 16 };
const LOW_WINDOW = 500;

/** The page can be scrolled above the keyboard, and the field that is written in comes into sight. */
function useRoomFor(board: RefObject<HTMLElement | null>, onPlaced: () => void): void {
  const placed = useRef(onPlaced);
  placed.current = onPlaced;
  useLayoutEffect(() => {
    const { documentElement: root, body } = document;
    const make = () => {
      const height = board.current?.offsetHeight ?? 0;
      const margin = window.innerHeight < LOW_WINDOW ? MARGIN.onItsSide : MARGIN.upright;
      root.style.scrollPaddingBottom = `${height + margin}px`;
      body.style.paddingBottom = `${height + margin}px`;
      placed.current();
    };
    make();
    const observer = new ResizeObserver(make);
    if (board.current) observer.observe(board.current);
    return () => {
      observer.disconnect();
      root.style.scrollPaddingBottom = '';
      body.style.paddingBottom = '';
    };
  }, [board]);
}

'use client';

import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

const NEXT = { horizontal: 'ArrowRight', vertical: 'ArrowDown' } as const;
const PREVIOUS = { horizontal: 'ArrowLeft', vertical: 'ArrowUp' } as const;

/**
 * Buttons that are one stop of the Tab key, after the toolbar pattern of WAI-ARIA: the arrow keys,
 * Home and End go from one to the other, and Tab comes back to the one that was used last.
 */
export function Toolbar({
  label,
  orientation = 'horizontal',
  className,
  children,
}: {
  label: string;
  orientation?: 'horizontal' | 'vertical';
  className?: string | undefined;
  children: ReactNode;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const current = useRef<Element | null>(null);

  const settle = () => {
    const buttons = buttonsIn(bar.current);
    const stop = buttons.find((button) => button === current.current) ?? buttons[0];
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  };
  // After every change: a button may have come, gone or been disabled.
  useEffect(settle);

  const onFocus = ({ target }: FocusEvent) => {
    current.current = target;
    settle();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = buttonsIn(bar.current);
    const { target } = event;
    const at = target instanceof HTMLButtonElement ? buttons.indexOf(target) : -1;
    const to = placeAfter(event.key, at, buttons.length, orientation);
    if (at < 0 || to === null) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[to]?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      aria-orientation={orientation}
      className={className}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

function buttonsIn(bar: HTMLElement | null): HTMLButtonElement[] {
  return [...(bar?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
}

function placeAfter(
  key: string,
  at: number,
  count: number,
  orientation: 'horizontal' | 'vertical',
): number | null {
  switch (key) {
    case NEXT[orientation]:
      return (at + 1) % count;
    case PREVIOUS[orientation]:
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { ClipboardEvent, KeyboardEvent, ReactNode, RefCallback } from 'react';
import { FormulaEntry, type FormulaEntryHandle } from '@/lib/kinds/fields/formula-entry';
import type { AtomicSymbol } from '@/lib/ui/math-field-setup';
import { ScrollWide } from '@/lib/ui/scroll-wide';
import { Toolbar } from '@/lib/ui/toolbar';
import { pastedLines } from './edit';
import { levelStyle } from './level-style';
import classes from './lines.module.css';
import { lineId } from './sortable-lines';

/** What the keys of a line do. */
export interface LineKeys {
  open: () => void;
  /** Opens a line that begins as a copy of this one. */
  copy: () => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
  paste: (lines: string[]) => void;
  isEmpty: () => boolean;
  keepsEnter: () => boolean;
  /** Lets the line stand deeper or less deep; null where lines have no levels. */
  indent: ((by: -1 | 1) => void) | null;
  /** Takes back the last edit of the list; false where what is to be taken back is in the field. */
  undo: () => boolean;
  redo: () => boolean;
}

interface LineRowProps {
  index: number;
  count: number;
  /** How deep the line stands. */
  level: number;
  /** Kept ready for the next line; not there for anyone yet. */
  isSpare: boolean;
  label: string;
  asText: boolean;
  symbols: readonly AtomicSymbol[];
  words: boolean;
  forms: readonly string[] | undefined;
  value: string;
  visual: (value: string) => string;
  onChange: (text: string) => void;
  onFocus: () => void;
  onBlur: () => void;
  disabled: boolean;
  handle: RefCallback<FormulaEntryHandle>;
  keys: LineKeys;
  children: ReactNode;
}

/** One numbered line: its field, its buttons, and below what is said of it. */
export function LineRow({
  index,
  count,
  level,
  isSpare,
  label,
  disabled,
  keys,
  children,
  ...entry
}: LineRowProps) {
  const line = index + 1;
  const isFixed = disabled || isSpare || count === 1;
  const drag = useSortable({ id: lineId(index), disabled: isFixed });
  const isStill = useReducedMotion();
  return (
    <li
      ref={drag.setNodeRef}
      className={isSpare ? classes.spare : classes.line}
      style={{
        ...levelStyle(level),
        transform: CSS.Translate.toString(drag.transform),
        ...(!isStill && { transition: drag.transition }),
      }}
      data-dragging={drag.isDragging || undefined}
      inert={isSpare}
      aria-hidden={isSpare}
    >
      <LineNumber line={line} drag={isFixed ? null : drag} />
      {/* Seen before the field itself, which has meanings of its own for these keys. */}
      <div
        className={classes.field}
        onKeyDownCapture={disabled ? undefined : (event) => onKey(event, keys)}
        onPasteCapture={disabled ? undefined : (event) => onPaste(event, keys)}
      >
        <FormulaEntry
          {...entry}
          label={label}
          field={isSpare ? undefined : `line-${line}`}
          disabled={disabled}
        />
      </div>
      {!disabled && <LineActions line={line} count={count} keys={keys} />}
      <ScrollWide label={`How line ${line} is read`} className={classes.below}>
        {children}
      </ScrollWide>
    </li>
  );
}

/** The number of a line, by which a pointer drags it; keys and buttons move lines too. */
function LineNumber({ line, drag }: { line: number; drag: ReturnType<typeof useSortable> | null }) {
  if (!drag)
    return (
      <span className={classes.number} aria-hidden="true">
        {line}
      </span>
    );
  return (
    <span
      ref={drag.setActivatorNodeRef}
      {...drag.listeners}
      className={classes.handle}
      title={`Drag line ${line}`}
      aria-hidden="true"
    >
      <IconGripVertical size={14} />
      {line}
    </span>
  );
}

/** The buttons of a line, which do what its keys do. */
function LineActions({ line, count, keys }: { line: number; count: number; keys: LineKeys }) {
  const actions = [
    {
      name: `Move line ${line} up`,
      icon: IconArrowUp,
      run: () => keys.move(-1),
      idle: line === 1,
      deletes: undefined,
    },
    {
      name: `Move line ${line} down`,
      icon: IconArrowDown,
      run: () => keys.move(1),
      idle: line === count,
      deletes: undefined,
    },
    {
      name: `Delete line ${line}`,
      icon: IconTrash,
      run: keys.remove,
      idle: false,
      deletes: `line-${line}`,
    },
  ];
  return (
    <Toolbar label={`Line ${line}: move or delete`} className={classes.actions}>
      {actions.map(({ name, icon: Icon, run, idle, deletes }) => (
        <ActionIcon
          key={name}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={name}
          title={name}
          disabled={idle}
          data-delete={deletes}
          onClick={run}
        >
          <Icon size={18} aria-hidden="true" />
        </ActionIcon>
      ))}
    </Toolbar>
  );
}

/** Several lines at once become lines here too. */
function onPaste(event: ClipboardEvent, keys: LineKeys) {
  const lines = pastedLines(event.clipboardData.getData('text/plain'));
  if (lines.length < 2) return;
  event.preventDefault();
  event.stopPropagation();
  keys.paste(lines);
}

function onKey(event: KeyboardEvent, keys: LineKeys) {
  if (!turns(event, keys) && !acts(event, keys)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whether an edit of the list was taken back or made again. */
function turns(
  { key, altKey, shiftKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent,
  keys: LineKeys,
) {
  if (!(ctrlKey || metaKey) || altKey || nativeEvent.isComposing) return false;
  if (/^z$/i.test(key)) return shiftKey ? keys.redo() : keys.undo();
  return /^y$/i.test(key) && !shiftKey && keys.redo();
}

function acts(event: KeyboardEvent, keys: LineKeys): boolean {
  const action = actionOf(event, keys);
  action?.();
  return action !== null;
}

function actionOf(event: KeyboardEvent, keys: LineKeys): (() => void) | null {
  const { key, altKey, shiftKey, ctrlKey, metaKey, nativeEvent } = event;
  if (shiftKey || ctrlKey || metaKey || nativeEvent.isComposing) return null;
  if (altKey) {
    if (key === 'ArrowUp') return () => keys.move(-1);
    if (key === 'ArrowDown') return () => keys.move(1);
    if (key === 'Enter') return keys.copy;
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : null;
    if (by !== null && keys.indent) return () => keys.indent?.(by);
    return key === 'Backspace' ? keys.remove : null;
  }
  if (key === 'Enter') return keys.keepsEnter() ? null : keys.open;
  return key === 'Backspace' && keys.isEmpty() ? keys.remove : null;
}

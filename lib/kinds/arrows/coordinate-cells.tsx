'use client';

import { NumberInput, Table } from '@mantine/core';
import { type FocusEvent, useState } from 'react';
import type { Vector } from './answer';
import { GRID } from './edit';

const MOST = 100;

type Cell = string | number;

/**
 * Two cells. The pair is there as soon as one of them is written, and gone when both are left empty;
 * a cell that is being rewritten, empty or only a sign, changes nothing yet.
 */
export function CoordinateCells({
  names,
  fields,
  value,
  onChange,
  disabled,
}: {
  names: readonly [string, string];
  /** Their names for scripts, as `data-field`. */
  fields: readonly [string, string];
  value: Vector | undefined;
  onChange: (value: Vector | null) => void;
  disabled: boolean;
}) {
  const [typed, setTyped] = useState<readonly [Cell, Cell] | null>(null);
  const cells: readonly [Cell, Cell] = typed ?? [value?.[0] ?? '', value?.[1] ?? ''];
  const type = (axis: 0 | 1, cell: Cell) => {
    const now: [Cell, Cell] = [...cells];
    now[axis] = cell;
    setTyped(now);
    const pair = pairOf(now, value);
    if (pair) onChange(pair);
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    const to = relatedTarget?.getAttribute('aria-label') ?? '';
    if (names.includes(to)) return;
    if (value && cells.every((cell) => cell === '')) onChange(null);
    setTyped(null);
  };
  return ([0, 1] as const).map((axis) => (
    <Table.Td key={names[axis]}>
      <NumberInput
        aria-label={names[axis]}
        data-field={fields[axis]}
        value={cells[axis]}
        onChange={(cell) => type(axis, cell)}
        onBlur={leave}
        step={GRID}
        decimalScale={2}
        min={-MOST}
        max={MOST}
        clampBehavior="strict"
        w={96}
        disabled={disabled}
      />
    </Table.Td>
  ));
}

/** Null while a cell is no number; an empty cell beside a first number is zero. */
function pairOf(cells: readonly [Cell, Cell], before: Vector | undefined): Vector | null {
  if (cells.every((cell) => cell === '') || (before && cells.includes(''))) return null;
  const [x, y] = cells.map(Number);
  return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)
    ? [x, y]
    : null;
}

'use client';

import { Stack, Tabs } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { InputProps } from '../contract';
import { ArrowsCanvas } from './arrows-canvas';
import { ArrowsTable } from './arrows-table';
import type { ArrowsAnswer, ArrowsSpec } from './schema';
import { useUndo } from './use-undo';

/** The same drawing twice: on a plane, and as coordinates for keyboard and screen reader. */
export function Input({ value, onChange, ...rest }: InputProps<ArrowsSpec, ArrowsAnswer>) {
  const { change, undo } = useUndo(value, onChange);
  const onKeyDown = (event: KeyboardEvent) => {
    const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    // A field that is typed into has an undo of its own.
    if (!isUndo || !undo || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    undo();
  };
  return (
    <Tabs defaultValue="canvas" keepMounted={false} onKeyDown={onKeyDown}>
      <Tabs.List>
        <Tabs.Tab value="canvas">Drawing</Tabs.Tab>
        <Tabs.Tab value="table">Coordinates</Tabs.Tab>
      </Tabs.List>
      <Stack pt="sm">
        <Tabs.Panel value="canvas">
          <ArrowsCanvas {...rest} value={value} onChange={change} undo={undo} />
        </Tabs.Panel>
        <Tabs.Panel value="table">
          <ArrowsTable {...rest} value={value} onChange={change} />
        </Tabs.Panel>
      </Stack>
    </Tabs>
  );
}

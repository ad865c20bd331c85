'use client';

import { Stack, Tabs } from '@mantine/core';
import type { InputProps } from '@/lib/kinds/contract';
import { useUndo } from '@/lib/kinds/use-undo';
import type { ArrowsAnswer, ArrowsSpec } from './answer';
import { ArrowsCanvas } from './arrows-canvas';
import { ArrowsTable } from './arrows-table';

/** The same drawing twice: on a plane, and as coordinates for keyboard and screen reader. */
export function Input({ value, onChange, ...rest }: InputProps<ArrowsSpec, ArrowsAnswer>) {
  const { move, undo, onKeyDown } = useUndo(value, onChange);
  return (
    <Tabs defaultValue="canvas" keepMounted={false} onKeyDown={onKeyDown}>
      <Tabs.List>
        <Tabs.Tab value="canvas">Drawing</Tabs.Tab>
        <Tabs.Tab value="table">Coordinates</Tabs.Tab>
      </Tabs.List>
      <Stack pt="sm">
        <Tabs.Panel value="canvas">
          <ArrowsCanvas {...rest} value={value} onChange={move} undo={undo} />
        </Tabs.Panel>
        <Tabs.Panel value="table">
          <ArrowsTable {...rest} value={value} onChange={move} />
        </Tabs.Panel>
      </Stack>
    </Tabs>
  );
}

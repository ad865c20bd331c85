'use client';

import { Button, Stack, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { InputProps } from '@/lib/kinds/contract';
import { useUndo } from '@/lib/kinds/use-undo';
import type { GraphAnswer, GraphSpec } from './answer';
import { GraphCanvas } from './graph-canvas';
import { GraphTable } from './graph-table';

/** The same graph twice: drawn, and as a table for keyboard and screen reader. */
export function Input({ value, onChange, ...rest }: InputProps<GraphSpec, GraphAnswer>) {
  const narrow = useMediaQuery('(max-width: 36em)');
  const { move, step, undo, onKeyDown } = useUndo(value, onChange);
  return (
    <Tabs defaultValue="canvas" keepMounted={false} onKeyDown={onKeyDown}>
      <Tabs.List>
        <Tabs.Tab value="canvas">Drawing</Tabs.Tab>
        <Tabs.Tab value="table">Table</Tabs.Tab>
      </Tabs.List>
      <Stack pt="sm" gap="xs">
        <Tabs.Panel value="canvas">
          <GraphCanvas
            {...rest}
            value={value}
            onChange={step}
            onMove={move}
            height={narrow ? 320 : 380}
          />
        </Tabs.Panel>
        <Tabs.Panel value="table">
          <GraphTable {...rest} value={value} onChange={step} />
        </Tabs.Panel>
        <Button
          variant="default"
          size="compact-md"
          disabled={rest.disabled || !undo}
          onClick={() => undo?.()}
          style={{ alignSelf: 'start' }}
        >
          Undo
        </Button>
      </Stack>
    </Tabs>
  );
}

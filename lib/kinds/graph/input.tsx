'use client';

import { Stack, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { InputProps } from '../contract';
import { GraphCanvas } from './graph-canvas';
import { GraphTable } from './graph-table';
import type { GraphAnswer, GraphSpec } from './schema';

/** The same graph twice: drawn, and as a table for keyboard and screen reader. */
export function Input(props: InputProps<GraphSpec, GraphAnswer>) {
  const narrow = useMediaQuery('(max-width: 36em)');
  return (
    <Tabs defaultValue="canvas" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="canvas">Drawing</Tabs.Tab>
        <Tabs.Tab value="table">Table</Tabs.Tab>
      </Tabs.List>
      <Stack pt="sm">
        <Tabs.Panel value="canvas">
          <GraphCanvas {...props} height={narrow ? 320 : 380} />
        </Tabs.Panel>
        <Tabs.Panel value="table">
          <GraphTable {...props} />
        </Tabs.Panel>
      </Stack>
    </Tabs>
  );
}

'use client';

import { ActionIcon, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { Tex } from '@/lib/ui/markdown';
import { spoken } from '@/lib/ui/spoken';
import { type GraphAnswer, type GraphSpec, placedNodes } from './answer';
import { addEdge, addNode, removeEdge, removeNode } from './edit';

type GraphInput = InputProps<GraphSpec, GraphAnswer>;
type Props = Pick<GraphInput, 'value' | 'onChange' | 'disabled'> & {
  latexOf: (id: string) => string;
};

/** The graph as a list of arrows: everything the drawing can do, by keyboard. */
export function GraphTable({ spec, value, onChange, label, disabled }: GraphInput) {
  const latexOf = (id: string) => spec.palette.find((node) => node.id === id)?.latex ?? id;
  const props = { value, onChange, disabled, latexOf };
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      <EdgeTable {...props} />
      <EdgeForm {...props} palette={spec.palette} />
      <LoneNodes {...props} />
    </Stack>
  );
}

function EdgeTable({ value, onChange, disabled, latexOf }: Props) {
  const edges = value.edges ?? [];
  const nameOf = (id: string) => spoken(latexOf(id));
  return (
    <Table aria-label="Arrows" withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>From</Table.Th>
          <Table.Th>To</Table.Th>
          <Table.Th w={60}>Delete</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {edges.length === 0 && (
          <Table.Tr>
            <Table.Td colSpan={3}>
              <Text size="sm" c="dimmed">
                No arrows yet. Choose two nodes below and add one.
              </Text>
            </Table.Td>
          </Table.Tr>
        )}
        {edges.map(([source, target]) => (
          <Table.Tr key={`${source}>${target}`}>
            <Table.Td>
              <Tex>{latexOf(source)}</Tex>
            </Table.Td>
            <Table.Td>
              <Tex>{latexOf(target)}</Tex>
            </Table.Td>
            <Table.Td>
              <ActionIcon
                variant="default"
                aria-label={`Delete the arrow from ${nameOf(source)} to ${nameOf(target)}`}
                data-delete={`${source}>${target}`}
                disabled={disabled}
                onClick={() => onChange(removeEdge(value, source, target))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Two nodes to choose, and the arrow between them to add. */
function EdgeForm({
  value,
  onChange,
  disabled,
  palette,
}: Props & { palette: GraphSpec['palette'] }) {
  const [first, second] = palette;
  const [from, setFrom] = useState(first?.id ?? '');
  const [to, setTo] = useState(second?.id ?? '');
  const options = palette.map(({ id, latex }) => ({ value: id, label: spoken(latex) }));
  return (
    <Group align="end" gap="xs">
      <NativeSelect
        label="From"
        data-field="from"
        data={options}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        disabled={disabled}
      />
      <NativeSelect
        label="To"
        data-field="to"
        data={options}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        disabled={disabled}
      />
      <Button
        variant="default"
        disabled={disabled || from === to}
        onClick={() => onChange(addEdge(addNode(addNode(value, from), to), from, to))}
      >
        Add arrow
      </Button>
    </Group>
  );
}

/** Nodes that no arrow begins or ends at, each to be removed. */
function LoneNodes({ value, onChange, disabled, latexOf }: Props) {
  const edges = value.edges ?? [];
  const lone = placedNodes(value).filter((id) => !edges.some((edge) => edge.includes(id)));
  if (lone.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm">Nodes without arrows:</Text>
      {lone.map((id) => (
        <Button
          key={id}
          size="compact-sm"
          variant="default"
          data-delete={id}
          disabled={disabled}
          onClick={() => onChange(removeNode(value, id))}
        >
          Remove&nbsp;<Tex>{latexOf(id)}</Tex>
        </Button>
      ))}
    </Group>
  );
}

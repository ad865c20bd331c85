'use client';

import { Button, Group, Text } from '@mantine/core';
import { Tex } from '@/lib/ui/markdown';
import type { GraphAnswer } from './answer';
import { removeEdge, removeNode, reverseEdge } from './edit';

export type Selected =
  | { kind: 'node'; id: string }
  | { kind: 'edge'; from: string; to: string }
  | null;

/** What can be done to what is selected; else how one draws. */
export function GraphActions({
  selected,
  value,
  onChange,
  onSelect,
  latexOf,
}: {
  selected: Selected;
  value: GraphAnswer;
  onChange: (value: GraphAnswer) => void;
  onSelect: (selected: Selected) => void;
  latexOf: (id: string) => string;
}) {
  if (!selected) {
    return (
      <Text size="sm" c="dimmed" mt="xs" mih={34}>
        Place nodes from the row above. Drag from a node’s dot to another node for an arrow; drag a
        node’s middle to move it.
      </Text>
    );
  }
  if (selected.kind === 'node') {
    const { id } = selected;
    const remove = () => {
      onChange(removeNode(value, id));
      onSelect(null);
    };
    return (
      <Group gap="xs" mt="xs" mih={34}>
        <Button size="compact-sm" variant="default" data-delete={id} onClick={remove}>
          Remove node&nbsp;<Tex>{latexOf(id)}</Tex>
        </Button>
      </Group>
    );
  }
  const { from, to } = selected;
  const reverse = () => {
    onChange(reverseEdge(value, from, to));
    onSelect({ kind: 'edge', from: to, to: from });
  };
  const remove = () => {
    onChange(removeEdge(value, from, to));
    onSelect(null);
  };
  return (
    <Group gap="xs" mt="xs" mih={34}>
      <Text size="sm" component="span">
        Arrow <Tex>{`${latexOf(from)} \\to ${latexOf(to)}`}</Tex>
      </Text>
      <Button size="compact-sm" variant="default" onClick={reverse}>
        Reverse
      </Button>
      <Button size="compact-sm" variant="default" data-delete={`${from}>${to}`} onClick={remove}>
        Delete
      </Button>
    </Group>
  );
}

'use client';

import { Group, List, Stack, Text } from '@mantine/core';
import type { ReviewProps } from '@/lib/kinds/contract';
import { Tex } from '@/lib/ui/markdown';
import { type GraphAnswer, type GraphKey, type GraphSpec, placedNodes } from './answer';
import { laidOut } from './edit';
import { GraphPicture } from './graph-picture';

type State = 'right' | 'drawn' | 'superfluous' | 'missing';

const LOOK: Record<State, { color: string; dash?: string; words: string }> = {
  right: { color: 'var(--nabla-right)', words: 'right' },
  drawn: { color: 'currentcolor', words: 'drawn' },
  superfluous: { color: 'var(--nabla-wrong)', dash: '2 4', words: 'not in the reference (dotted)' },
  missing: { color: 'var(--nabla-caution)', dash: '9 6', words: 'missing (dashed)' },
};

/** The student's drawing; with the reference at hand, what is missing is drawn into it. */
export function Review({
  spec,
  reference,
  answer,
  label,
}: ReviewProps<GraphSpec, GraphKey, GraphAnswer>) {
  const drawn = answer.edges ?? [];
  const expected = reference?.key.edges ?? [];
  const has = (edges: readonly (readonly [string, string])[], [a, b]: readonly [string, string]) =>
    edges.some(([from, to]) => from === a && to === b);
  const stateOf = (edge: readonly [string, string]): State => {
    if (!reference) return 'drawn';
    return has(expected, edge) ? 'right' : 'superfluous';
  };
  const states: { edge: readonly [string, string]; state: State }[] = [
    ...drawn.map((edge) => ({
      edge,
      state: stateOf(edge),
    })),
    ...expected
      .filter((edge) => !has(drawn, edge))
      .map((edge) => ({ edge, state: 'missing' as const })),
  ];
  const all: GraphAnswer = {
    ...answer,
    nodes: [...new Set([...placedNodes(answer), ...expected.flat()])],
  };
  const latex = (id: string) => spec.palette.find((node) => node.id === id)?.latex ?? id;
  const edges = states.map(({ edge: [source, target], state }) => {
    const { color, dash } = LOOK[state];
    return { source, target, color, ...(dash && { dash }) };
  });
  const present = Object.keys(LOOK).filter((key): key is State =>
    states.some(({ state }) => state === key),
  );

  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <GraphPicture answer={laidOut(all)} latexOf={latex} edges={edges} />
      {present.map((state) => (
        <Group key={state} gap="xs" align="baseline">
          <Text size="sm" fw={500} style={{ color: LOOK[state].color }}>
            {LOOK[state].words}:
          </Text>
          <List
            size="sm"
            listStyleType="none"
            style={{ display: 'flex', gap: 14, flexWrap: 'wrap' }}
          >
            {states
              .filter((each) => each.state === state)
              .map(({ edge: [from, to] }) => (
                <List.Item key={`${from}>${to}`}>
                  <Tex>{`${latex(from)} \\to ${latex(to)}`}</Tex>
                </List.Item>
              ))}
          </List>
        </Group>
      ))}
    </Stack>
  );
}

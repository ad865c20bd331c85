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

type Edge = readonly [string, string];

interface JudgedEdge {
  edge: Edge;
  state: State;
}

function includesEdge(edges: readonly Edge[], [from, to]: Edge): boolean {
  return edges.some((other) => other[0] === from && other[1] === to);
}

/** Every arrow of the drawing and of the reference, with what it is; without a reference all are just drawn. */
function judgedEdges(drawn: readonly Edge[], expected: readonly Edge[] | null): JudgedEdge[] {
  if (!expected) return drawn.map((edge) => ({ edge, state: 'drawn' }));
  return [
    ...drawn.map((edge): JudgedEdge => {
      return { edge, state: includesEdge(expected, edge) ? 'right' : 'superfluous' };
    }),
    ...expected
      .filter((edge) => !includesEdge(drawn, edge))
      .map((edge): JudgedEdge => ({ edge, state: 'missing' })),
  ];
}

/** The student's drawing; with the reference at hand, what is missing is drawn into it. */
export function Review({
  spec,
  reference,
  answer,
  label,
}: ReviewProps<GraphSpec, GraphKey, GraphAnswer>) {
  const expected = reference?.key.edges ?? [];
  const judged = judgedEdges(answer.edges ?? [], reference ? expected : null);
  const all: GraphAnswer = {
    ...answer,
    nodes: [...new Set([...placedNodes(answer), ...expected.flat()])],
  };
  const latexOf = (id: string) => spec.palette.find((node) => node.id === id)?.latex ?? id;
  const edges = judged.map(({ edge: [source, target], state }) => {
    const { color, dash } = LOOK[state];
    return { source, target, color, ...(dash && { dash }) };
  });
  const present = Object.keys(LOOK).filter((key): key is State =>
    judged.some(({ state }) => state === key),
  );

  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <GraphPicture answer={laidOut(all)} latexOf={latexOf} edges={edges} />
      {present.map((state) => (
        <EdgesOfState
          key={state}
          state={state}
          edges={judged.filter((each) => each.state === state).map(({ edge }) => edge)}
          latexOf={latexOf}
        />
      ))}
    </Stack>
  );
}

function EdgesOfState({
  state,
  edges,
  latexOf,
}: {
  state: State;
  edges: readonly Edge[];
  latexOf: (id: string) => string;
}) {
  return (
    <Group gap="xs" align="baseline">
      <Text size="sm" fw={500} style={{ color: LOOK[state].color }}>
        {LOOK[state].words}:
      </Text>
      <List size="sm" listStyleType="none" style={{ display: 'flex', gap: 14, flexWrap: 'wrap' }}>
        {edges.map(([from, to]) => (
          <List.Item key={`${from}>${to}`}>
            <Tex>{`${latexOf(from)} \\to ${latexOf(to)}`}</Tex>
          </List.Item>
        ))}
      </List>
    </Group>
  );
}

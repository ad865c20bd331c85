import { z } from 'zod';
import type { ContentProblem, KindAnswers } from '@/lib/kinds/contract';

export const nodeId = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,30}$/);
export const edge = z.tuple([nodeId, nodeId]);

const graphSpec = z.strictObject({
  palette: z.array(z.strictObject({ id: z.string(), latex: z.string() })),
});
export type GraphSpec = z.infer<typeof graphSpec>;

const graphKey = z.strictObject({ edges: z.array(edge), acyclic: z.boolean() });
export type GraphKey = z.infer<typeof graphKey>;

const MAX_NODES = 100;
const MAX_EDGES = 400;

/** Far beyond any canvas; what lies further out could not be drawn for whoever reviews it. */
const pixel = z.number().min(-1e5).max(1e5);

/** `positions` is how the student laid the nodes out, in pixels of the canvas; never graded. */
export const graphAnswer = z.strictObject({
  nodes: z.array(nodeId).max(MAX_NODES).optional(),
  edges: z.array(edge).max(MAX_EDGES).optional(),
  positions: z
    .record(nodeId, z.tuple([pixel, pixel]))
    .refine((all) => Object.keys(all).length <= MAX_NODES, `at most ${MAX_NODES} positions`)
    .optional(),
});
export type GraphAnswer = z.infer<typeof graphAnswer>;

/** Nodes named by an edge count as placed. */
export function placedNodes({ nodes = [], edges = [] }: GraphAnswer): string[] {
  return [...new Set([...nodes, ...edges.flat()])];
}

function outsidePalette(spec: GraphSpec, answer: GraphAnswer): ContentProblem | null {
  const palette = spec.palette.map(({ id }) => id);
  const unknown = placedNodes(answer).find((id) => !palette.includes(id));
  if (unknown === undefined) return null;
  return { message: `no node "${unknown}"; this part has ${palette.join(', ')}`, path: ['nodes'] };
}

export const answers: KindAnswers<GraphSpec, GraphKey, GraphAnswer> = {
  version: 1,
  title: 'Graph',
  spec: graphSpec,
  key: graphKey,
  answer: graphAnswer,
  isEmpty: (answer) => placedNodes(answer).length === 0,
  misfit: outsidePalette,
};

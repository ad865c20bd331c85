import { z } from 'zod';
import type { ContentProblem, KindSchema } from '@/lib/kinds/contract';

const nodeId = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,30}$/);
const edge = z.tuple([nodeId, nodeId]);

export const authoredGraph = z
  .strictObject({
    palette: z
      .record(nodeId, z.strictObject({ latex: z.string().min(1) }))
      .describe('All nodes that a student may place, those of the reference and distractors.'),
    reference: z.strictObject({ edges: z.array(edge).min(1) }),
    acyclic: z.boolean().default(true).describe('Name a cycle in the feedback, if there is one.'),
  })
  .superRefine(({ palette, reference }, context) => {
    for (const [index, ends] of reference.edges.entries()) {
      for (const end of ends.filter((id) => !Object.hasOwn(palette, id))) {
        const path = ['reference', 'edges', index];
        context.addIssue({ code: 'custom', message: `"${end}" is not in the palette`, path });
      }
    }
  });
type AuthoredGraph = z.infer<typeof authoredGraph>;

export const graphSpec = z.strictObject({
  palette: z.array(z.strictObject({ id: z.string(), latex: z.string() })),
});
export type GraphSpec = z.infer<typeof graphSpec>;

export const graphKey = z.strictObject({ edges: z.array(edge), acyclic: z.boolean() });
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
  const known = spec.palette.map(({ id }) => id);
  const unknown = placedNodes(answer).find((id) => !known.includes(id));
  if (unknown === undefined) return null;
  return { message: `no node "${unknown}"; this part has ${known.join(', ')}`, path: ['nodes'] };
}

function split(authored: AuthoredGraph): { spec: GraphSpec; key: GraphKey } {
  const palette = Object.entries(authored.palette).map(([id, { latex }]) => ({ id, latex }));
  return {
    spec: { palette },
    key: { edges: authored.reference.edges, acyclic: authored.acyclic },
  };
}

export const schema: KindSchema<AuthoredGraph, GraphSpec, GraphKey, GraphAnswer> = {
  version: 1,
  readsFormulas: false,
  title: 'Graph',
  authored: authoredGraph,
  spec: graphSpec,
  key: graphKey,
  answer: graphAnswer,
  split,
  isEmpty: (answer) => placedNodes(answer).length === 0,
  misfit: outsidePalette,
  referenceAnswer: ({ edges }) => ({ edges }),
};

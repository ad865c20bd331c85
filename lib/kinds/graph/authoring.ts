import { z } from 'zod';
import { latex } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import { inNoOrder } from '@/lib/kinds/shuffled';
import { edge, type GraphAnswer, type GraphKey, type GraphSpec, nodeId } from './answer';

export const authoredGraph = z
  .strictObject({
    palette: z
      .record(nodeId, z.strictObject({ latex: latex.min(1) }))
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

function split(authored: AuthoredGraph): { spec: GraphSpec; key: GraphKey } {
  const palette = inNoOrder(
    Object.entries(authored.palette).map(([id, { latex }]) => ({ id, latex })),
    ({ latex }) => latex,
  );
  return {
    spec: { palette },
    key: { edges: authored.reference.edges, acyclic: authored.acyclic },
  };
}

export const authoring: KindAuthoring<AuthoredGraph, GraphSpec, GraphKey, GraphAnswer> = {
  shownInOrder: [],
  readsFormulas: false,
  authored: authoredGraph,
  split,
  referenceAnswer: (_, { edges }) => ({ edges }),
};

import { z } from 'zod';
import { markdown } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import { authoredSymbols, declareSymbols, readingOptions } from '@/lib/kinds/fields/symbols';
import type { ArrowsAnswer, ArrowsKey, ArrowsSpec } from './answer';

const authoredMisconception = z.strictObject({
  point: z.string(),
  direction: z.string().min(1).describe('Where an arrow points that is drawn by this mistake.'),
  message: markdown.min(1),
  credit: z.number().min(0).max(1).default(0).describe('Share of the arrow’s points it earns.'),
});

const isPoint = (shape: unknown): boolean =>
  Array.isArray(shape) && shape[0] === 2 && shape[1] === 1;

export const authoredArrows = z
  .strictObject({
    symbols: authoredSymbols.describe(
      'The points, of shape [2, 1]; symbols with a definition may stand in directions.',
    ),
    directions: z
      .record(z.string(), z.string().min(1))
      .describe('Where the arrow of each point has to point: an expression in the points.'),
    tolerance: z
      .number()
      .min(1)
      .max(60)
      .default(15)
      .describe('How many degrees an arrow may be off.'),
    lengths: z
      .number()
      .min(0.01)
      .max(1)
      .optional()
      .describe('Lengths count too, relative to each other, within this share.'),
    opposite: z
      .strictObject({ message: markdown.min(1), credit: z.number().min(0).max(1).default(0) })
      .optional()
      .describe('What is said to arrows that point the other way, and what share they earn.'),
    misconceptions: z.array(authoredMisconception).default([]),
    shares: z
      .strictObject({
        position: z.number().min(0),
        arrows: z.number().min(0),
        lengths: z.number().min(0).default(0),
      })
      .describe('Points of the general position, of all arrows together, and of their lengths.'),
  })
  .superRefine(({ symbols, directions, lengths, shares, misconceptions }, context) => {
    const problem = (message: string, ...path: string[]) =>
      context.addIssue({ code: 'custom', message, path });
    for (const [id, { definition, shape }] of Object.entries(symbols)) {
      if (definition === undefined && !isPoint(shape))
        problem('a point has shape [2, 1]; anything else needs a definition', 'symbols', id);
    }
    const isPlaced = (id: string) => symbols[id] && symbols[id].definition === undefined;
    if (Object.keys(directions).length === 0) problem('no arrow is asked for', 'directions');
    for (const id of Object.keys(directions))
      if (!isPlaced(id)) problem(`"${id}" is no point of this part`, 'directions', id);
    for (const { point } of misconceptions)
      if (!directions[point]) problem(`no arrow starts at "${point}"`, 'misconceptions');
    if (lengths === undefined && shares.lengths > 0)
      problem('lengths have points, but nothing says how exact they must be', 'lengths');
  });
type AuthoredArrows = z.infer<typeof authoredArrows>;

function split(authored: AuthoredArrows): { spec: ArrowsSpec; key: ArrowsKey } {
  const { symbols, definitions } = declareSymbols(authored.symbols);
  const { directions, tolerance, lengths, opposite, misconceptions, shares } = authored;
  return {
    spec: {
      symbols,
      reading: readingOptions.parse(undefined),
      points: symbols.map(({ id }) => id).filter((id) => definitions[id] === undefined),
      from: Object.keys(directions),
      tolerance,
      lengths: lengths !== undefined,
    },
    key: {
      definitions,
      directions,
      lengths: lengths ?? null,
      opposite: opposite ?? null,
      misconceptions,
      shares,
    },
  };
}

export const authoring: KindAuthoring<AuthoredArrows, ArrowsSpec, ArrowsKey, ArrowsAnswer> = {
  shownInOrder: ['symbols', 'directions'],
  readsFormulas: false,
  authored: authoredArrows,
  split,
  // Which arrows are right depends on where the points were placed.
  referenceAnswer: () => null,
};

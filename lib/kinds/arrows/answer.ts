import { z } from 'zod';
import type { ContentProblem, KindAnswers } from '@/lib/kinds/contract';
import { declaredSymbol, definitionsSchema, readingOptions } from '@/lib/kinds/fields/symbols';

const arrowsSpec = z.strictObject({
  symbols: z.array(declaredSymbol),
  reading: readingOptions,
  points: z.array(z.string()),
  /** The points from which an arrow is asked for. */
  from: z.array(z.string()),
  tolerance: z.number(),
  lengths: z.boolean(),
});
export type ArrowsSpec = z.infer<typeof arrowsSpec>;

const arrowsKey = z.strictObject({
  definitions: definitionsSchema,
  directions: z.record(z.string(), z.string()),
  lengths: z.number().nullable(),
  opposite: z.strictObject({ message: z.string(), credit: z.number() }).nullable(),
  misconceptions: z.array(
    z.strictObject({
      point: z.string(),
      direction: z.string(),
      message: z.string(),
      credit: z.number(),
    }),
  ),
  shares: z.strictObject({ position: z.number(), arrows: z.number(), lengths: z.number() }),
});
export type ArrowsKey = z.infer<typeof arrowsKey>;

const coordinate = z.number().min(-1e6).max(1e6);
const pair = z.tuple([coordinate, coordinate]);
const pairs = z.record(z.string().max(60), pair);

/** Coordinates of the points, and for each arrow the way from its point to its tip; y grows upwards. */
const arrowsAnswer = z.strictObject({ points: pairs.optional(), arrows: pairs.optional() });
export type ArrowsAnswer = z.infer<typeof arrowsAnswer>;
export type Vector = z.infer<typeof pair>;

function unknownPoint(spec: ArrowsSpec, answer: ArrowsAnswer): ContentProblem | null {
  for (const [field, allowed] of [
    ['points', spec.points],
    ['arrows', spec.from],
  ] as const) {
    const unknown = Object.keys(answer[field] ?? {}).find((id) => !allowed.includes(id));
    if (unknown !== undefined) {
      const message = `no ${field === 'points' ? 'point' : 'arrow'} "${unknown}"; this part has ${allowed.join(', ')}`;
      return { message, path: [field, unknown] };
    }
  }
  return null;
}

/** The points that were not set and the arrows that were not drawn. */
function missing({ points, from, symbols }: ArrowsSpec, answer: ArrowsAnswer): string[] {
  const latexOf = (id: string) => symbols.find((symbol) => symbol.id === id)?.latex ?? id;
  const [set, drawn] = [answer.points ?? {}, answer.arrows ?? {}];
  return [
    ...points.filter((id) => !Object.hasOwn(set, id)).map((id) => `the point $${latexOf(id)}$`),
    ...from.filter((id) => !Object.hasOwn(drawn, id)).map((id) => `the arrow at $${latexOf(id)}$`),
  ];
}

export const answers: KindAnswers<ArrowsSpec, ArrowsKey, ArrowsAnswer> = {
  version: 1,
  title: 'Arrows',
  spec: arrowsSpec,
  key: arrowsKey,
  answer: arrowsAnswer,
  isEmpty: ({ points = {}, arrows = {} }) =>
    Object.keys(points).length === 0 && Object.keys(arrows).length === 0,
  missing,
  misfit: unknownPoint,
};

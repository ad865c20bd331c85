import { z } from 'zod';
import type { AuthoredSymbols } from '@/lib/kinds/fields/symbols';
import { hasIndex } from '@/lib/kinds/proof/reading/sequences';
import { parseDomain } from '@/lib/math/core/domain';

const constant = z.union([z.number().positive(), z.string().min(1)]);

/** What an author says of all values of a function. */
export const authoredFunction = z
  .strictObject({
    convex: z
      .union([z.literal(true), z.literal('strictly')])
      .optional()
      .describe('The function is convex, or strictly so.'),
    strongly_convex: constant
      .optional()
      .describe(
        'It is strongly convex with this modulus: a number, or the id of a positive scalar.',
      ),
    smooth: constant
      .optional()
      .describe('Its gradient is Lipschitz with this constant; convex or not.'),
    gradient: z
      .string()
      .optional()
      .describe('It is differentiable, and the function of this id is its gradient or derivative.'),
    subgradient: z
      .string()
      .optional()
      .describe('Of a convex function: the function of this id is a choice of its subgradients.'),
  })
  .refine(
    ({ convex, strongly_convex, smooth }) => Boolean(convex ?? strongly_convex ?? smooth),
    'convex, strongly_convex or smooth: one of them at least',
  )
  .refine(
    ({ convex, strongly_convex }) => convex !== 'strictly' || strongly_convex === undefined,
    'what is strongly convex is strictly convex',
  )
  .refine(
    ({ smooth, gradient }) => smooth === undefined || gradient !== undefined,
    'a smooth function needs its gradient',
  )
  .refine(
    ({ gradient, subgradient }) => gradient === undefined || subgradient === undefined,
    'the gradient is the only subgradient',
  );
type AuthoredFunction = z.infer<typeof authoredFunction>;

/** Why symbols are not what is said of a function; empty where they are. */
export function misfitsOf(
  id: string,
  said: AuthoredFunction,
  symbols: AuthoredSymbols,
  index: string | undefined,
): string[] {
  const own = symbols[id];
  const from = ownShape(own?.from);
  if (!own || !from || shapeKey(own.to) !== shapeKey([1, 1]) || own.definition)
    return [`${id} is no function of one vector or number with numbers as values`];
  const slopes = [said.gradient, said.subgradient].flatMap((each) => each ?? []);
  const constants = [said.strongly_convex, said.smooth].flatMap((each) =>
    typeof each === 'string' ? [each] : [],
  );
  return [
    ...slopes
      .filter((each) => !isField(symbols[each], from))
      .map((each) => `${each} does not take what ${id} takes, and have such values`),
    ...constants
      .filter((each) => !isPositive(symbols[each], index))
      .map((each) => `${each} is no free positive scalar`),
    ...(index !== undefined &&
    [id, ...slopes].some((each) => hasIndex(symbols[each]?.latex ?? '', index))
      ? [`${id} changes with the index`]
      : []),
  ];
}

type AuthoredSymbol = AuthoredSymbols[string];

/** The shape of the only argument, a column; null of anything else. */
function ownShape(from: AuthoredSymbol['from']) {
  const shapes = from === undefined ? [] : isShape(from) ? [from] : from;
  const [only, ...more] = shapes;
  return only && more.length === 0 && only[1] === 1 ? only : null;
}

type Shape = NonNullable<AuthoredSymbol['to']>;

function isShape(from: NonNullable<AuthoredSymbol['from']>): from is Shape {
  return !Array.isArray(from[0]);
}

function isField(symbol: AuthoredSymbol | undefined, from: Shape): boolean {
  const own = ownShape(symbol?.from);
  return (
    own !== null &&
    !symbol?.definition &&
    shapeKey(own) === shapeKey(from) &&
    shapeKey(symbol?.to) === shapeKey(from)
  );
}

function isPositive(symbol: AuthoredSymbol | undefined, index: string | undefined): boolean {
  if (!symbol || symbol.shape || symbol.from || symbol.definition) return false;
  if (index !== undefined && hasIndex(symbol.latex, index)) return false;
  const domain = parseDomain(symbol.domain ?? 'real');
  if (domain?.kind === 'integer') return domain.from > 0;
  return domain?.kind === 'interval' && (domain.from > 0 || (domain.from === 0 && domain.openFrom));
}

function shapeKey(shape: Shape | undefined): string {
  return shape ? shape.join('×') : '';
}

import { z } from 'zod';
import { latex } from '@/lib/exam/written-texts';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { parseDomain } from '@/lib/math/core/domain';
import type { MathError } from '@/lib/math/core/error';
import { type SymbolTable, symbolTable } from '@/lib/math/notation/symbol-table';
import type { Result } from '@/lib/result';

const dimension = z.union([z.int().positive(), z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/)]);
export const shape = z.tuple([dimension, dimension]);
export type DeclaredShape = z.infer<typeof shape>;

function isOfNumbers(shapes: unknown): boolean {
  return shapes === 1 || (Array.isArray(shapes) && shapes.length > 0 && shapes.every(isOfNumbers));
}

/** How an author declares a symbol, in short: what is not said is a real scalar. */
const authoredSymbol = z
  .strictObject({
    latex: latex.min(1).describe('How the symbol is written and shown.'),
    aliases: z.array(z.string().min(1)).default([]).describe('Other ways to write it.'),
    domain: z
      .string()
      .refine((text) => parseDomain(text) !== null, {
        message: 'no domain: real, complex, integer, an interval (0, inf), integers 1..11',
      })
      .optional()
      .describe('Of a scalar: real, complex, integer, an interval (0, inf), integers 1..11.'),
    shape: shape.optional().describe('Of a matrix: [rows, columns]; vectors are columns [n, 1].'),
    from: z
      .union([shape, z.array(shape).min(1)])
      .optional()
      .describe('Of a function: the shape of its argument, or a list of shapes.'),
    to: shape.optional().describe('Of a function: the shape of its value.'),
    definition: z
      .string()
      .optional()
      .describe(
        'The symbol is not free: its value follows from other symbols, and of a function from its arguments. Part of the key.',
      ),
    of: z
      .array(z.string().regex(/^([A-Za-z]|\\[A-Za-z]+)$/, 'a letter, or a command such as \\theta'))
      .min(1)
      .optional()
      .describe('Of a function of numbers: the arguments in its definition, LaTeX.'),
    elementwise: z
      .boolean()
      .optional()
      .describe(
        'Of a function of numbers: it may be taken of vectors and matrices, entry by entry.',
      ),
    support: z
      .string()
      .refine((text) => parseDomain(text) !== null && text !== 'complex', {
        message: 'no support: real, an interval (0, inf), whole numbers 0..inf',
      })
      .optional()
      .describe('Of a function: it is a density there, and expectations may be taken under it.'),
    density: z
      .string()
      .optional()
      .describe('Of a scalar: it is a random variable with the density of this id.'),
  })
  .refine(
    ({ domain, shape, from, of }) => [domain, shape, from ?? of].filter(Boolean).length <= 1,
    {
      message:
        'a symbol is a scalar (domain), a matrix (shape) or a function (from, to, or of): one of them',
    },
  )
  .refine(({ of, definition }) => of === undefined || definition !== undefined, {
    message: 'a function of named arguments needs its definition',
  })
  .refine(
    ({ support, from, of }) => support === undefined || from !== undefined || of !== undefined,
    {
      message: 'only a function has a support',
    },
  )
  .refine(
    ({ elementwise, from, to, of }) =>
      elementwise === undefined || of !== undefined || isOfNumbers([from, to]),
    { message: 'only a function of numbers is taken entry by entry' },
  )
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    message: 'a function needs both from and to',
  });

export const authoredSymbols = z.record(
  z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'an id: letters, digits, underscores'),
  authoredSymbol,
);
export type AuthoredSymbols = z.infer<typeof authoredSymbols>;

/** A declared symbol as it is stored and sent to the student's browser. */
export const declaredSymbol = z.object({
  id: z.string(),
  latex: z.string(),
  aliases: z.array(z.string()),
  type: z.union([
    z.object({
      kind: z.literal('scalar'),
      domain: z.string(),
      density: z.string().optional(),
    }),
    z.object({ kind: z.literal('matrix'), shape }),
    z.object({
      kind: z.literal('function'),
      from: z.array(shape).min(1),
      to: shape,
      support: z.string().optional(),
      elementwise: z.boolean().optional(),
      bare: z.string().optional(),
    }),
  ]),
});
export type DeclaredSymbol = z.infer<typeof declaredSymbol>;

/** How an author says that formulas are read; the decimal comma may be said once for the exam. */
export const authoredReading = {
  decimal_comma: z
    .boolean()
    .default(false)
    .describe('1,5 is one and a half; arguments are then separated by semicolons.'),
  elementwise: z
    .boolean()
    .default(false)
    .describe('Functions of numbers may be taken of vectors and matrices, entry by entry.'),
  variable: z
    .string()
    .optional()
    .describe('The variable that $[F]_a^b$ runs over where an answer does not say so, LaTeX.'),
  units: z
    .array(z.string().regex(/^[A-Za-z]+$/, 'a unit such as m, km or N'))
    .default([])
    .describe('Units that answers may use, each prefix by itself: m, km, kWh.'),
};

/** The same as it is stored and sent to the student's browser. */
export const readingOptions = z
  .strictObject({
    decimalComma: z.boolean(),
    elementwise: z.boolean(),
    variable: z.string().nullable(),
    units: z.array(z.string()),
    /** An undeclared C, c or const is a constant of integration. */
    constants: z.boolean().optional(),
    /** The id of the symbol that says how many samples there are. */
    samples: z.string().optional(),
  })
  .default({
    decimalComma: false,
    elementwise: false,
    variable: null,
    units: [],
  });
export type ReadingOptions = z.infer<typeof readingOptions>;

/** The author's options in the shape in which they are stored. */
export function splitReading(authored: {
  decimal_comma: boolean;
  elementwise: boolean;
  variable?: string | undefined;
  units: string[];
}): ReadingOptions {
  const { decimal_comma: decimalComma, elementwise, variable = null, units } = authored;
  return { decimalComma, elementwise, variable, units };
}

const CONSTANT_NAMES = ['C', 'c', 'const'];

/** The constant of integration, by the names that nothing else has. */
function constantSymbols(
  { constants }: ReadingOptions,
  declared: readonly SymbolDeclaration[],
): SymbolDeclaration[] {
  const taken = new Set(declared.flatMap(({ id, latex, aliases = [] }) => [id, latex, ...aliases]));
  const [latex, ...aliases] = constants ? CONSTANT_NAMES.filter((name) => !taken.has(name)) : [];
  if (latex === undefined) return [];
  return [{ id: 'integration_constant', latex, aliases, type: { kind: 'scalar', domain: 'real' } }];
}

/** The table by which a part's formulas are read; units are symbols of their own. */
export function tableOfPart(
  { symbols, reading }: { symbols: readonly DeclaredSymbol[]; reading: ReadingOptions },
  hidden: readonly SymbolDeclaration[] = [],
): Result<SymbolTable, MathError[]> {
  const { decimalComma, elementwise, variable, samples } = reading;
  const declared = [...symbols, ...unitSymbols(reading), ...hidden];
  return symbolTable([...declared, ...constantSymbols(reading, declared)], {
    decimalComma,
    elementwise,
    ...(variable !== null && { variable }),
    ...(samples !== undefined && { samples }),
  });
}

/** The units of a part, as symbols. */
export function unitSymbols({ units }: ReadingOptions): DeclaredSymbol[] {
  return units.map((unit) => ({
    id: unitId(unit),
    latex: `\\mathrm{${unit}}`,
    aliases: [unit],
    type: { kind: 'scalar', domain: '(0, inf)' },
  }));
}

export function unitId(unit: string): string {
  return `unit_${unit}`;
}

/** Definitions of symbols by id, as text: they may give an answer away, so they belong to the key. */
export const definitionsSchema = z.record(z.string(), z.string());
/** The same of functions, with the names of their arguments. */
export const functionsSchema = z.record(
  z.string(),
  z.strictObject({ parameters: z.array(z.string()), body: z.string() }),
);

/** Splits authored symbols into what students see and the definitions, which they do not. */
export function declareSymbols(authored: AuthoredSymbols): {
  symbols: DeclaredSymbol[];
  definitions: Record<string, string>;
  functions: z.infer<typeof functionsSchema>;
} {
  const definitions: Record<string, string> = {};
  const functions: z.infer<typeof functionsSchema> = {};
  const symbols = Object.entries(authored).map(([id, symbol]) => {
    const { definition, of } = symbol;
    if (definition !== undefined && of) functions[id] = { parameters: of, body: definition };
    else if (definition !== undefined) definitions[id] = definition;
    return { id, latex: symbol.latex, aliases: symbol.aliases, type: symbolType(symbol, authored) };
  });
  return { symbols, definitions, functions };
}

/** One argument may be written as its shape alone. */
function shapesOf(from: NonNullable<AuthoredSymbols[string]['from']>): DeclaredShape[] {
  const single = shape.safeParse(from);
  return single.success ? [single.data] : z.array(shape).parse(from);
}

function symbolType(
  { domain, shape, from, to, of, support, density, elementwise }: AuthoredSymbols[string],
  all: AuthoredSymbols,
): DeclaredSymbol['type'] {
  if (shape) return { kind: 'matrix', shape };
  // What is not said is left out: nothing that is stored holds `undefined`.
  const more = {
    ...(support !== undefined && { support }),
    ...(elementwise && { elementwise }),
  };
  if (from && to) return { kind: 'function', from: shapesOf(from), to, ...more };
  if (of) return { kind: 'function', from: of.map(() => [1, 1]), to: [1, 1], ...more };
  const own = density === undefined ? undefined : all[density]?.support;
  return {
    kind: 'scalar',
    domain: domain ?? own ?? 'real',
    ...(density !== undefined && { density }),
  };
}

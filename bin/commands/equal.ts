import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { compare } from '@/lib/math/compare/compare';
import type { Shape, SymbolDeclaration, SymbolType } from '@/lib/math/core/declaration';
import { sameShape, shapeLatex } from '@/lib/math/core/dimension';
import { parseDomain } from '@/lib/math/core/domain';
import type { MathError } from '@/lib/math/core/error';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { isZero } from '@/lib/math/core/zero-form';
import { shapeOf } from '@/lib/math/language/shape';
import { type SymbolTable, symbolTable } from '@/lib/math/notation/symbol-table';
import { read } from '@/lib/math/reading/read';

const dimension = z.union([z.int().positive(), z.string().min(1)]);
const shapeSchema = z.tuple([dimension, dimension]);

/** A scalar (`domain`), a matrix (`shape`) or an opaque function (`from`, `to`). */
const symbolSchema = z
  .looseObject({
    latex: z.string().min(1).optional(),
    aliases: z.array(z.string().min(1)).optional(),
    domain: z.string().optional(),
    shape: shapeSchema.optional(),
    from: z.union([shapeSchema, z.array(shapeSchema).min(1)]).optional(),
    to: shapeSchema.optional(),
  })
  .refine(({ domain, shape, from, to }) => Boolean(domain ?? shape ?? (from && to)), {
    message: 'a symbol has a domain, a shape, or from and to',
  });

const lineSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  reference: z.string(),
  answer: z.string(),
  symbols: z.record(z.string(), symbolSchema).optional(),
});
type Line = z.infer<typeof lineSchema>;

/** Names that make the default of undeclared symbols complex. */
const COMPLEX = /(?<![A-Za-z0-9_])(?:i|re|im|conj|arg)(?![A-Za-z0-9_])/;

/**
 * Compares formulas, JSON lines as they come. An answer that cannot be read is *review*, with the
 * place; bad JSON, an unknown domain or an unreadable reference is an error of the line.
 * @returns the exit status: 1 if any line was an error
 */
export async function equal(
  lines: AsyncIterable<string>,
  write: (line: string) => void,
): Promise<number> {
  let status = 0;
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const result = equalLine(line);
    if ('error' in result) status = 1;
    write(JSON.stringify(result));
  }
  return status;
}

function equalLine(line: string): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return {
      id: null,
      error: `not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
    const path = issue?.path.join('.') ?? '';
    return { id, error: `${path === '' ? '' : `${path}: `}${issue?.message}` };
  }
  const start = performance.now();
  const outcome = decide(parsed.data);
  const ms = Math.round((performance.now() - start) * 1000) / 1000;
  return { id: parsed.data.id, ...outcome, ...(!('error' in outcome) && { ms }) };
}

function decide({ reference, answer, symbols = {} }: Line): object {
  for (const [name, { domain }] of Object.entries(symbols)) {
    if (domain !== undefined && !parseDomain(domain))
      return { error: `symbols.${name}: unknown domain "${domain}"` };
  }
  const declarations = Object.entries(symbols)
    .filter(([name]) => name !== '*')
    .map(([name, symbol]): SymbolDeclaration => {
      const { latex = name, aliases = [] } = symbol;
      return { id: name, latex, aliases, type: typeOf(symbol) };
    });
  const usual = COMPLEX.test(reference) || COMPLEX.test(answer) ? 'complex' : 'real';
  const table = symbolTable(declarations, {
    defaultScalar: { domain: symbols['*']?.domain ?? usual },
  });
  if (!table.ok) return { error: table.error.map(({ message }) => message).join(' ') };
  const expected = read(reference, table.value);
  if (!expected.ok) return { error: `reference: ${expected.error.message}` };
  const wanted = shapeOf(expected.value.tree, table.value);
  if (!wanted.ok) return { error: `reference: ${wanted.error.message}` };
  const answered = read(answer, table.value);
  if (!answered.ok) return unread(answered.error);
  const warnings = runsOfLetters([expected.value.tree, answered.value.tree], symbols);
  const outcome = outcomeOf(expected.value.tree, answered.value.tree, wanted.value, table.value);
  return { ...outcome, ...(warnings.length > 0 && { warnings }) };
}

/** Whoever wrote `abc` may have meant a product: with nothing declared it is one symbol. */
function runsOfLetters(trees: readonly Tree[], declared: NonNullable<Line['symbols']>): string[] {
  const ids = new Set(trees.flatMap((tree) => [...symbolsIn(tree)]));
  return [...ids]
    .filter((id) => !Object.hasOwn(declared, id) && /^[A-Za-z]{2,}$/.test(id))
    .map((id) => {
      const product = [...id].join('*');
      return `“${id}” is not declared and is taken as one symbol; write ${product} for a product`;
    });
}

function outcomeOf(reference: Tree, answer: Tree, wanted: Shape, table: SymbolTable): object {
  const shape = shapeOf(answer, table);
  if (!shape.ok) return unread(shape.error);
  const isNothing = isZero(reference) || isZero(answer);
  if (!isNothing && !sameShape(wanted, shape.value)) {
    const explanation = `It is $${shapeLatex(shape.value)}$, expected is $${shapeLatex(wanted)}$.`;
    return { verdict: 'wrong', explanation };
  }
  const outcome = compare(reference, answer, table, { seed: 'equal' });
  switch (outcome.verdict) {
    case 'right':
      return { verdict: 'right' };
    case 'wrong': {
      const { work: _, ...difference } = outcome;
      return difference;
    }
    case 'review':
      return { verdict: 'review', explanation: outcome.reason };
  }
}

function typeOf({ domain, shape, from, to }: z.infer<typeof symbolSchema>): SymbolType {
  if (shape) return { kind: 'matrix', shape };
  if (from && to) {
    const single = shapeSchema.safeParse(from);
    const shapes = single.success ? [single.data] : z.array(shapeSchema).parse(from);
    return { kind: 'function', from: shapes, to };
  }
  return { kind: 'scalar', domain: domain ?? 'real' };
}

function unread({ message, start, end, isFault }: MathError): object {
  if (isFault) return { verdict: 'wrong', explanation: message };
  return { verdict: 'review', unread: true, place: { start, end }, explanation: message };
}

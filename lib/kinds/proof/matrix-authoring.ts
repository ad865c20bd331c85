import { z } from 'zod';
import type { AuthoredSymbols } from '@/lib/kinds/fields/symbols';
import { hasIndex } from '@/lib/kinds/proof/reading/sequences';
import { parseSpectrum } from '@/lib/kinds/proof/reading/spectrum';

/** What an author says of a symmetric matrix. */
export const authoredMatrix = z.strictObject({
  eigenvalues: z
    .string()
    .refine((text) => parseSpectrum(text) !== null, {
      message: 'no interval: [0, inf), (0, inf), [mu, L], (-inf, inf)',
    })
    .describe(
      'The matrix is symmetric, and its eigenvalues are in this interval: ends are numbers, ids of scalars, inf and -inf.',
    ),
});

/** Why a symbol is no such matrix, or an end no such scalar; empty where they are. */
export function matrixMisfitsOf(
  id: string,
  { eigenvalues }: z.infer<typeof authoredMatrix>,
  symbols: AuthoredSymbols,
  index: string | undefined,
): string[] {
  const changes = (latex: string) => index !== undefined && hasIndex(latex, index);
  const own = symbols[id];
  const [rows, columns] = own?.shape ?? [];
  if (!own || own.definition || rows !== columns || rows === undefined || rows === 1)
    return [`${id} is no free square matrix`];
  const spectrum = parseSpectrum(eigenvalues);
  const ends = [spectrum?.least, spectrum?.most].flatMap((end) =>
    typeof end === 'string' ? [end] : [],
  );
  const isScalar = (end: string) => {
    const symbol = symbols[end];
    return symbol && !symbol.shape && !symbol.from && !symbol.definition && !changes(symbol.latex);
  };
  return [
    ...ends.filter((end) => !isScalar(end)).map((end) => `${end} is no free scalar`),
    ...(changes(own.latex) ? [`${id} changes with the index`] : []),
  ];
}

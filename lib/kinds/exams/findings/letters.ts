import { z } from 'zod';
import type { ParsedExam } from '@/lib/kinds/exams/parse-exam';
import { type DeclaredSymbol, declaredSymbol } from '@/lib/kinds/fields/symbols';
import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import { type PlacedPart, partsOf, type Remark } from './finding';

const withSymbols = z.looseObject({
  symbols: z.array(declaredSymbol),
  reading: z.looseObject({ units: z.array(z.string()) }),
});

/** Words that are read as one name, whatever their letters are. */
const WORDS = [...FUNCTION_NAMES.keys(), 'pi'].filter((word) => /^[A-Za-z]{2,}$/.test(word));

/** Letters declared twice, and letters or words that stand in the way of a function. */
export function shadowingLetters(parsed: ParsedExam): Remark[] {
  return partsOf(parsed).flatMap((placed) => {
    const spec = withSymbols.safeParse(placed.part.spec);
    if (!spec.success) return [];
    const { symbols, reading } = spec.data;
    return [
      ...twice(symbols, placed),
      ...namesOfFunctions(symbols, placed),
      ...spelled(symbols, reading.units, placed),
    ];
  });
}

function formsOf({ id, latex, aliases }: DeclaredSymbol): string[] {
  return [id, latex, ...aliases];
}

/** The id of one symbol is a way to write another: what is typed is the other. */
function twice(symbols: readonly DeclaredSymbol[], { path }: PlacedPart): Remark[] {
  return symbols.flatMap(({ id }) => {
    const other = symbols.find((symbol) => symbol.id !== id && formsOf(symbol).includes(id));
    if (!other) return [];
    const message = `is declared twice: as the id of this symbol and as a way to write \`${other.id}\`, which is what it is read as`;
    return [{ severity: 'warning', message, path: [...path, 'symbols', id] }];
  });
}

function namesOfFunctions(symbols: readonly DeclaredSymbol[], { path }: PlacedPart): Remark[] {
  return symbols.flatMap((symbol) => {
    const word = formsOf(symbol).find((form) => WORDS.includes(form.replace(/^\\/, '')));
    if (word === undefined) return [];
    const message = `the symbol \`${symbol.id}\` is written \`${word}\`, which is the name of a function as well`;
    return [{ severity: 'warning', message, path: [...path, 'symbols', symbol.id] }];
  });
}

/** A word of declared letters is their product, unless something follows to take the function of. */
function spelled(
  symbols: readonly DeclaredSymbol[],
  units: readonly string[],
  { path }: PlacedPart,
): Remark[] {
  const forms = new Set([...symbols.flatMap(formsOf), ...units]);
  const letters = [...forms].filter((form) => /^[A-Za-z]$/.test(form));
  // In matrices a T may be a transposition.
  const hasMatrices = symbols.some(({ type }) => type.kind === 'matrix');
  const isLetter = (letter: string) => letters.includes(letter) || (hasMatrices && letter === 'T');
  return WORDS.filter((word) => !forms.has(word) && [...word].every(isLetter)).map((word) => ({
    severity: 'warning',
    message: `the declared letters ${[...new Set(word)].join(', ')} spell ${word}, which is then read as their product`,
    path: [...path, 'symbols'],
  }));
}

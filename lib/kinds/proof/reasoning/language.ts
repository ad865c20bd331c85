import type { ProofSpec } from '@/lib/kinds/proof/answer';
import type { Vocabulary } from '@/lib/kinds/proof/reading/vocabulary';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type FunctionClass, functionClasses } from './functions/classes';
import { type SymmetricMatrix, symmetricMatrices } from './matrices/symmetric';
import { Scalars } from './scalars';

/** What statements are about. */
export interface Language {
  table: SymbolTable;
  scalars: Scalars;
  /** What holds of all values of a function. */
  classes: readonly FunctionClass[];
  matrices: readonly SymmetricMatrix[];
}

/** What a part says of its symbols, and those of a student. */
export function languageOf(
  { table: written, sequences, random }: Pick<Vocabulary, 'table' | 'sequences' | 'random'>,
  { functions, matrices }: Pick<ProofSpec, 'functions' | 'matrices'>,
): Language {
  const { classes, table } = functionClasses(functions, written);
  return {
    ...{ table, classes },
    matrices: symmetricMatrices(matrices),
    scalars: new Scalars(table, sequences, random),
  };
}

/** The language without what is declared of functions and of eigenvalues, which is given like hypotheses. */
export function undeclared(language: Language): Language {
  if (language.classes.length === 0 && language.matrices.length === 0) return language;
  const matrices = language.matrices.map((each) => ({ ...each, least: null, most: null }));
  return { ...language, classes: [], matrices };
}

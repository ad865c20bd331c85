import type { ProofSpec } from '@/lib/kinds/proof/answer';
import type { Vocabulary } from '@/lib/kinds/proof/reading/vocabulary';
import { functionClasses } from './functions/classes';
import { Scalars } from './scalars';
import type { Language } from './theory';

/** What a part says of its symbols, and those of a student. */
export function languageOf(
  { table: written, sequences, random }: Pick<Vocabulary, 'table' | 'sequences' | 'random'>,
  { functions }: Pick<ProofSpec, 'functions'>,
): Language {
  const { classes, table } = functionClasses(functions, written);
  return { table, classes, scalars: new Scalars(table, sequences, random) };
}

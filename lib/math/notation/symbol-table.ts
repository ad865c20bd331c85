import type { SymbolDeclaration, SymbolType } from '@/lib/math/core/declaration';
import { isScalar } from '@/lib/math/core/dimension';
import type { MathError } from '@/lib/math/core/error';
import { ok, type Result } from '@/lib/result';
import { type FoundSymbol, findSymbol } from './find-symbol';
import { canonicalItem, type Item } from './item';
import { layOutForm } from './lay-out-form';
import type { SplitWord } from './split-words';
import { type TypedForm, typedForms } from './typed-forms';
import { wordSplitter } from './word-splitter';
import { writtenForms } from './written-forms';

/** The symbols that a formula may use, by every way to write them. */
export interface SymbolTable {
  readonly declarations: ReadonlyMap<string, SymbolDeclaration>;
  /** What undeclared names are; null where they are errors. */
  readonly defaultScalar: { domain: string } | null;
  readonly decimalComma: boolean;
  /** `i` is the imaginary unit unless it is declared. */
  readonly complex: boolean;
  readonly splitWord: SplitWord;
  /** Functions of numbers may be taken of matrices, entry by entry. */
  readonly elementwise: boolean;
  /** Entries of matrices may be compared one by one: where some function is taken so. */
  readonly comparesEntries: boolean;
  /** The variable that `[F]_a^b` runs over where it does not say so; LaTeX. */
  readonly variable: string | null;
  /** The symbol that says how many samples there are, up to which a sum without a range goes. */
  readonly samples: string | null;
  /** Named dimensions, by how they are written. */
  readonly dimensions: ReadonlyMap<string, string>;
  readonly hasMatrices: boolean;
  /** The declared forms as one types them on a plain keyboard. */
  readonly typedForms: readonly TypedForm[];
  /** Whether a declared symbol is written so. */
  declares: (form: string) => boolean;
  /** The longest declared form that starts at `items[at]`. */
  find: (items: readonly Item[], at: number) => FoundSymbol | null;
  typeOf: (id: string) => SymbolType | null;
  /** Whether a declared function may be taken of matrices entry by entry. */
  isEntrywise: (id: string) => boolean;
  latexOf: (id: string) => string;
}

/** What else a part may say of its symbols. */
export interface TableOptions {
  /** What undeclared names are; without it they are errors. */
  defaultScalar?: { domain: string };
  decimalComma?: boolean;
  elementwise?: boolean;
  variable?: string;
  samples?: string;
}

/**
 * Builds the table of a part. A form that two symbols claim, or that cannot be read, is an error of
 * the author; all of them are reported.
 */
export function symbolTable(
  declarations: readonly SymbolDeclaration[],
  options: TableOptions = {},
): Result<SymbolTable, MathError[]> {
  const { decimalComma = false, elementwise = false } = options;
  const defaultScalar = options.defaultScalar ?? null;
  const splitWord = wordSplitter(declarations, defaultScalar !== null);
  const forms = writtenForms(declarations, splitWord);
  if (!forms.ok) return forms;
  const byId = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  const complex =
    defaultScalar?.domain === 'complex' ||
    declarations.some(({ type }) => type.kind === 'scalar' && type.domain === 'complex');
  return ok({
    declarations: byId,
    defaultScalar,
    decimalComma,
    complex,
    splitWord,
    elementwise,
    comparesEntries:
      elementwise ||
      declarations.some(({ type }) => type.kind === 'function' && type.elementwise === true),
    variable: options.variable ?? null,
    samples: options.samples ?? null,
    dimensions: dimensionsOf(declarations, splitWord),
    typedForms: declarations.flatMap(({ latex, aliases = [] }) =>
      [latex, ...aliases].flatMap(typedForms),
    ),
    hasMatrices: declarations.some(({ type }) => type.kind !== 'scalar'),
    declares: (form) => forms.value.ids.has(form),
    find: (items, at) => findSymbol(forms.value, items, at),
    typeOf: (id) => {
      const declared = byId.get(id);
      if (declared) return declared.type;
      return defaultScalar ? { kind: 'scalar', domain: defaultScalar.domain } : null;
    },
    isEntrywise: (id) => isEntrywise(byId.get(id)?.type, elementwise),
    latexOf: (id) => byId.get(id)?.latex ?? undeclaredLatex(id),
  });
}

/** Of functions of numbers, those that say so, or all where the part does. */
function isEntrywise(type: SymbolType | undefined, isPartElementwise: boolean): boolean {
  if (type?.kind !== 'function') return false;
  const isOfNumbers = [...type.from, type.to].every(isScalar);
  return isOfNumbers && (isPartElementwise || type.elementwise === true);
}

function dimensionsOf(
  declarations: readonly SymbolDeclaration[],
  splitWord: SplitWord,
): ReadonlyMap<string, string> {
  const sizes = declarations.flatMap(({ type }) => {
    if (type.kind === 'matrix') return type.shape;
    return type.kind === 'function' ? [...type.from.flat(), ...type.to] : [];
  });
  const names = new Map<string, string>();
  for (const size of sizes) {
    const items = typeof size === 'string' ? layOutForm(size, splitWord) : null;
    if (typeof size === 'string' && items?.ok)
      names.set(items.value.map(canonicalItem).join(' '), size);
  }
  return names;
}

function undeclaredLatex(id: string): string {
  return /^[A-Za-z]{2,}$/.test(id) ? `\\mathrm{${id}}` : id;
}

/** The table with more symbols, which no text is read as. */
export function withHidden(
  table: SymbolTable,
  hidden: readonly Pick<SymbolDeclaration, 'id' | 'latex' | 'type'>[],
): SymbolTable {
  const byId = new Map(hidden.map((each) => [each.id, each]));
  return {
    ...table,
    typeOf: (id) => byId.get(id)?.type ?? table.typeOf(id),
    latexOf: (id) => byId.get(id)?.latex ?? table.latexOf(id),
  };
}

import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { type DeclaredSymbol, tableOfPart } from '@/lib/kinds/fields/symbols';
import type { ProofSpec } from '@/lib/kinds/proof/answer';
import { Lexicon } from '@/lib/math/claims/lexicon/lexicon';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { isScalar } from '@/lib/math/core/dimension';
import type { MathError } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { read } from '@/lib/math/reading/read';
import { isOfChance } from './chance';
import { atCurrent, otherForms, withIndexName } from './own-names';
import {
  countedIn,
  elementId,
  hasIndex,
  OWN_INDEX,
  remoteElements,
  Sequences,
  writtenElements,
} from './sequences';
import type { Statement } from './statement';

export type Defined =
  | { kind: 'defined'; vocabulary: Vocabulary; statement: Statement }
  /** What it is given to cannot be read. */
  | { kind: 'unreadable'; error: MathError }
  /** Why there can be no such name for that. */
  | { kind: 'refused'; message: string };

/** The symbols of a part, and those that a student has given a name to. */
export class Vocabulary {
  readonly table: SymbolTable;
  readonly sequences: Sequences;
  /** The words that are understood beside formulas. */
  readonly lexicon: Lexicon;
  /** Ids of positive numbers of which no more is known: what is said of one holds for all. */
  readonly arbitrary: ReadonlySet<string>;
  /** Ids of random variables, of sequences those of their current elements. */
  readonly random: readonly string[];
  readonly #spec: ProofSpec;
  readonly #own: readonly DeclaredSymbol[];

  /** Throws `BrokenKeyError` where the author's symbols cannot be used. */
  constructor(
    spec: ProofSpec,
    own: readonly DeclaredSymbol[] = [],
    arbitrary: ReadonlySet<string> = new Set(),
    random: readonly string[] = spec.random ?? [],
  ) {
    this.random = random;
    this.#spec = spec;
    this.#own = own;
    this.arbitrary = arbitrary;
    this.lexicon = new Lexicon(spec.words);
    const { index, symbols } = spec;
    const bases = symbols.filter(({ id }) => spec.sequences.includes(id));
    const ownBases = own.filter((symbol) => this.#isSequence(symbol));
    const counted = index === null ? null : countedIn(symbols, bases, index);
    const table = tableOfPart(spec, [
      ...(index === null ? [] : bases.flatMap((base) => remoteElements(base, index))),
      ...own.flatMap((symbol) => withElements(symbol, index)),
      ...(index !== null && counted?.index === OWN_INDEX ? [ownIndex(index)] : []),
    ]);
    if (!table.ok)
      throw new BrokenKeyError(`symbols: ${table.error.map(({ message }) => message).join('; ')}`);
    this.table = table.value;
    const ids = [...spec.sequences, ...ownBases.map(({ id }) => id)];
    this.sequences = new Sequences(ids, counted);
  }

  /**
   * The vocabulary with a name for an expression, and what that says of it; null where the name is
   * no new one. A name for what changes with the index is a sequence, and is to be written as one;
   * `d_{t+1} = …` names the sequence `d_t`.
   */
  define(written: string, text: string): Defined | null {
    if (read(written, this.table).ok) return null;
    const { index } = this.#spec;
    const { name, offset } =
      index === null ? { name: written, offset: 0 } : atCurrent(written, index);
    if (offset !== 0 && read(name, this.table).ok) return null;
    const reading = read(text, this.table);
    if (!reading.ok) return { kind: 'unreadable', error: reading.error };
    const right = reading.value.tree;
    const shape = shapeOf(right, this.table);
    if (!shape.ok) return { kind: 'unreadable', error: shape.error };
    const symbol: DeclaredSymbol = {
      ...this.#symbol(name),
      type: isScalar(shape.value)
        ? { kind: 'scalar', domain: 'real' }
        : { kind: 'matrix', shape: [...shape.value] },
    };
    if (index !== null && this.sequences.isIn(right) && !this.#isSequence(symbol)) {
      const better = withIndexName(name, index);
      const message = `This changes with $${index}$; write the name with the index, $${better}$.`;
      return { kind: 'refused', message };
    }
    try {
      const vocabulary = this.#with(symbol, this.arbitrary, this.#isOfChance(right));
      const left: Tree = { kind: 'symbol', id: elementId(symbol.id, offset) };
      return { kind: 'defined', vocabulary, statement: { operator: '=', left, right } };
    } catch (error) {
      // The name is taken in another form.
      if (error instanceof BrokenKeyError) return null;
      throw error;
    }
  }

  /** The vocabulary with a positive number of which no more is known; itself where the name is taken. */
  withNumber(name: string): Vocabulary {
    if (read(name, this.table).ok) return this;
    const symbol = {
      ...this.#symbol(name),
      type: { kind: 'scalar' as const, domain: '(0, inf)' },
    };
    return this.#with(symbol, new Set([...this.arbitrary, symbol.id]));
  }

  #symbol(name: string): Omit<DeclaredSymbol, 'type'> {
    const latex = name.trim();
    return { id: `own_${this.#own.length + 1}`, latex, aliases: otherForms(latex) };
  }

  #with(symbol: DeclaredSymbol, arbitrary: ReadonlySet<string>, isRandom = false): Vocabulary {
    const random = isRandom ? [...this.random, symbol.id] : this.random;
    return new Vocabulary(this.#spec, [...this.#own, symbol], arbitrary, random);
  }

  #isOfChance(tree: Tree): boolean {
    const base = (id: string) => this.sequences.elementOf(id)?.base ?? id;
    return isOfChance(tree, (id) => this.random.includes(base(id)));
  }

  /** The letter that sequences run over; null where there are none. */
  get index(): string | null {
    return this.#spec.index;
  }

  #isSequence({ latex }: DeclaredSymbol): boolean {
    return this.#spec.index !== null && hasIndex(latex, this.#spec.index);
  }
}

/** A name, of a sequence with all of its elements. */
function withElements(symbol: DeclaredSymbol, index: string | null): SymbolDeclaration[] {
  if (index === null || !hasIndex(symbol.latex, index)) return [symbol];
  return [...writtenElements(symbol, index), ...remoteElements(symbol, index)];
}

/** The index as a number, where it counts the moments. */
function ownIndex(index: string): SymbolDeclaration {
  return { id: OWN_INDEX, latex: index, type: { kind: 'scalar', domain: '0..inf' } };
}

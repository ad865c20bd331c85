import { read } from '@/lib/math/read';
import { shapeOf } from '@/lib/math/shape';
import type { SymbolTable } from '@/lib/math/symbol-table';
import type { Tree } from '@/lib/math/tree';
import { BrokenKeyError } from '../broken-key';
import { type DeclaredSymbol, tableOfPart } from '../symbols';
import type { ProofSpec } from './schema';
import { hasIndex, remoteElements, Sequences, writtenElements } from './sequences';
import type { Statement } from './statement';

/** `d_t = …`, `let d = …`: a name, and what stands behind the sign. */
const DEFINITION =
  /^\s*(?:\\text\{[^{}]*\}|(?:let|define|set|put|with|where|and)(?![A-Za-z]))?(?:[\s:]|\\[ ,;:!]|\\q?quad(?![A-Za-z]))*((?:[A-Za-z]|\\[A-Za-z]+)(?:_(?:[A-Za-z0-9]|\{[^{}]{1,12}\}))?)\s*=([^=<>]+)$/;

/** The symbols of a part, and those that a student has given a name to. */
export class Vocabulary {
  readonly table: SymbolTable;
  readonly sequences: Sequences;
  readonly #spec: ProofSpec;
  readonly #own: readonly DeclaredSymbol[];

  /** Throws `BrokenKeyError` where the author's symbols cannot be used. */
  constructor(spec: ProofSpec, own: readonly DeclaredSymbol[] = []) {
    this.#spec = spec;
    this.#own = own;
    const { index, symbols } = spec;
    const bases = symbols.filter(({ id }) => spec.sequences.includes(id));
    const remote = index === null ? [] : bases.flatMap((base) => remoteElements(base, index));
    const ownElements = own.flatMap((symbol) =>
      this.#isSequence(symbol)
        ? [...writtenElements(symbol, index ?? ''), ...remoteElements(symbol, index ?? '')]
        : [symbol],
    );
    const table = tableOfPart(spec, [...remote, ...ownElements]);
    if (!table.ok)
      throw new BrokenKeyError(`symbols: ${table.error.map(({ message }) => message).join('; ')}`);
    this.table = table.value;
    this.sequences = new Sequences([
      ...spec.sequences,
      ...own.filter((symbol) => this.#isSequence(symbol)).map(({ id }) => id),
    ]);
  }

  /**
   * The vocabulary with a name that a statement introduces for an expression, and what it says of
   * it; null where the statement does not do that.
   */
  define(source: string): { vocabulary: Vocabulary; statement: Statement } | null {
    const [, name, text] = DEFINITION.exec(source) ?? [];
    if (name === undefined || text === undefined || read(name, this.table).ok) return null;
    const reading = read(text, this.table);
    if (!reading.ok) return null;
    const right = reading.value.tree;
    const shape = shapeOf(right, this.table);
    if (!shape.ok) return null;
    const [rows, columns] = shape.value;
    const isNumber = rows === 1 && columns === 1;
    const symbol: DeclaredSymbol = {
      id: `own_${this.#own.length + 1}`,
      latex: name,
      aliases: [],
      type: isNumber
        ? { kind: 'scalar', domain: 'real' }
        : { kind: 'matrix', shape: [rows, columns] },
    };
    // What changes with the moment is a sequence, and is to be written as one.
    if (this.sequences.isIn(right) && !this.#isSequence(symbol)) return null;
    try {
      const vocabulary = new Vocabulary(this.#spec, [...this.#own, symbol]);
      const left: Tree = { kind: 'symbol', id: symbol.id };
      return { vocabulary, statement: { operator: '=', left, right } };
    } catch (error) {
      // The name is taken in another form.
      if (error instanceof BrokenKeyError) return null;
      throw error;
    }
  }

  #isSequence({ latex }: DeclaredSymbol): boolean {
    return this.#spec.index !== null && hasIndex(latex, this.#spec.index);
  }
}

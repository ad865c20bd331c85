import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { dispatch, type Table } from './dispatch';
import { ATOM } from './levels';

/** LaTeX of an expression. */
export interface Printed {
  readonly latex: string;
  /** How tightly it holds together (levels.ts): it needs parentheses where more is asked for. */
  readonly level: number;
}

/** How each kind of node is printed. */
export type Printers = Table<Printer, Printed>;

/** Prints expressions; constructs ask it for their parts. */
export class Printer {
  readonly table: SymbolTable;
  readonly #printers: Printers;

  constructor(table: SymbolTable, printers: Printers) {
    this.table = table;
    this.#printers = printers;
  }

  print(tree: Tree): Printed {
    return dispatch(this.#printers, tree, this);
  }

  /** A part as it is. */
  plain(part: Tree): string {
    return this.print(part).latex;
  }

  /** A part in parentheses where it does not hold together at a level. */
  at(part: Tree, level: number): string {
    return enclosed(this.print(part), level);
  }

  /** What something is written above of. */
  base(part: Tree): string {
    const latex = this.at(part, ATOM);
    // TeX has no double exponents: a symbol that is written with one is kept together by braces.
    return part.kind === 'symbol' && /[\^']/.test(latex) ? `{${latex}}` : latex;
  }
}

/** What was printed, in parentheses where it does not hold together at a level. */
export function enclosed({ latex, level: own }: Printed, level: number): string {
  return own >= level ? latex : `\\left(${latex}\\right)`;
}

/** What no sign beside it can tear apart. */
export function atom(latex: string): Printed {
  return { latex, level: ATOM };
}

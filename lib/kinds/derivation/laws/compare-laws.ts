import type { Tree } from '@/lib/math/core/tree';
import type { Sign } from './read-lines';
import { type Assignment, assignments, drawTables, type Tables } from './tables';
import { freeVariables, type Laws, NoValue, valueOn } from './values';

/** Two values are told apart from this share of them on. */
const RELATIVE = 1e-9;
/** Digits that values are shown with. */
const DIGITS = 5;

export type LawOutcome =
  | { verdict: 'right' }
  | { verdict: 'wrong'; summary: string }
  | { verdict: 'review'; reason: string };

/** Compares expressions about laws on random tables; the same for the same seed. */
export class LawComparer {
  readonly #laws: Laws;
  readonly #tables: readonly Tables[];

  constructor(laws: Laws, seed: string) {
    this.#laws = laws;
    this.#tables = drawTables(laws.laws, seed);
  }

  /**
   * Whether `left` stands in a relation to `right` on all tables tried, at all points. *wrong* is
   * certain, with the table; *right* is a test on random tables, which analytic functions of their
   * entries that differ pass with probability 0.
   */
  compare(left: Tree, sign: Sign, right: Tree): LawOutcome {
    try {
      const names = [
        ...new Set([left, right].flatMap((side) => [...freeVariables(side, this.#laws)])),
      ];
      let seen = 0;
      for (const tables of this.#tables) {
        for (const at of assignments(names, tables.points)) {
          const [a, b] = [left, right].map((side) => valueOn(side, this.#laws, tables, at));
          if (a === undefined || b === undefined || !Number.isFinite(a) || !Number.isFinite(b))
            continue;
          seen++;
          if (!holds(a, sign, b))
            return { verdict: 'wrong', summary: this.#witness(tables, at, a, b) };
        }
      }
      if (seen > 0) return { verdict: 'right' };
      return { verdict: 'review', reason: 'there is no table on which both sides have a value.' };
    } catch (error) {
      if (!(error instanceof NoValue)) throw error;
      return { verdict: 'review', reason: 'something in it has no value on tables.' };
    }
  }

  isEqual(left: Tree, right: Tree): boolean {
    return this.compare(left, '=', right).verdict === 'right';
  }

  #witness({ points, entries }: Tables, at: Assignment, a: number, b: number): string {
    const { laws } = this.#laws;
    const tables = Object.entries(laws).map(([id, { latex, of, given }]) => {
      const bar = given.length > 0 ? `\\mid ${given.join(',')}` : '';
      return `$${latex}(${of.join(',')}${bar}) \\propto (${(entries.get(id) ?? []).join(', ')})$`;
    });
    const places = [...at].map(([name, place]) => `$${name} = ${place + 1}$`);
    const where = [...tables, ...places].join(', ');
    const values = [a, b].map((value) => `$${Number(value.toPrecision(DIGITS))}$`);
    return `On ${points} points each, with ${where}: the one is ${values[0]}, the other ${values[1]}.`;
  }
}

function holds(a: number, sign: Sign, b: number): boolean {
  const allowed = RELATIVE * Math.max(1, Math.abs(a), Math.abs(b));
  switch (sign) {
    case '=':
      return Math.abs(a - b) <= allowed;
    case '>=':
      return a - b >= -allowed;
    case '<=':
      return a - b <= allowed;
  }
}

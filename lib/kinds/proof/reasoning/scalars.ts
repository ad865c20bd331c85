import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import { type Fraction, parseFraction } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import {
  atom,
  constant,
  negated,
  type Polynomial,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { contains, type Domain, parseDomain } from '@/lib/math/core/domain';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Fact } from './fact';

/** What a part declares of its scalars. */
export class Scalars {
  readonly #table: SymbolTable;
  readonly #sequences: Sequences;
  readonly #random: ReadonlySet<string>;

  /** `random` are the ids of random variables, of sequences those of their current elements. */
  constructor(table: SymbolTable, sequences: Sequences, random: readonly string[] = []) {
    this.#table = table;
    this.#sequences = sequences;
    this.#random = new Set(random);
  }

  isRandom(id: string): boolean {
    return this.#random.has(this.#sequences.elementOf(id)?.base ?? id);
  }

  /** 1 and -1 where it is positive or negative all over its domain, 0 where that is open. */
  signOf(id: string): 1 | -1 | 0 {
    const domain = this.#domain(id);
    if (domain?.kind === 'integer') return domain.from > 0 ? 1 : domain.to < 0 ? -1 : 0;
    if (domain?.kind !== 'interval') return 0;
    if (domain.from > 0 || (domain.from === 0 && domain.openFrom)) return 1;
    return domain.to < 0 || (domain.to === 0 && domain.openTo) ? -1 : 0;
  }

  /** At least 0 all over its domain. */
  isNotNegative(id: string): boolean {
    const domain = this.#domain(id);
    return (domain?.kind === 'interval' || domain?.kind === 'integer') && domain.from >= 0;
  }

  /** The same at every moment. */
  isConstant(id: string): boolean {
    return this.#sequences.isConstant(id);
  }

  /** A whole number that is not negative, such as the index where it counts the moments. */
  isCount(id: string): boolean {
    const domain = this.#domain(id);
    return (
      id === this.#sequences.counted?.index || (domain?.kind === 'integer' && domain.from >= 0)
    );
  }

  contains(id: string, value: number): boolean {
    const domain = this.#domain(id);
    return domain === null || contains(domain, value);
  }

  /** The ends of its domain; that a number is whole is not said. */
  facts(id: string): Fact[] {
    const domain = this.#domain(id);
    if (domain?.kind !== 'interval' && domain?.kind !== 'integer') return [];
    const [openFrom, openTo] =
      domain.kind === 'interval' ? [domain.openFrom, domain.openTo] : [false, false];
    const from = exactly(domain.from);
    const to = exactly(domain.to);
    const facts: Fact[] = [];
    if (from)
      facts.push({ operator: openFrom ? '<' : '<=', polynomial: gap(constant(from), atom(id)) });
    if (to) facts.push({ operator: openTo ? '<' : '<=', polynomial: gap(atom(id), constant(to)) });
    return facts;
  }

  #domain(id: string): Domain | null {
    const type = this.#table.typeOf(id);
    return type?.kind === 'scalar' ? parseDomain(type.domain) : null;
  }
}

/** An end of a domain; null where it is infinite. */
function exactly(end: number): Fraction | null {
  const size = parseFraction(String(Math.abs(end)));
  return size && end < 0 ? { top: -size.top, bottom: size.bottom } : size;
}

function gap(left: Polynomial, right: Polynomial): Polynomial {
  return sum(left, negated(right));
}

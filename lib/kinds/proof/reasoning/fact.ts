import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { compare, divide, ONE, ZERO } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import {
  constant,
  negated,
  type Polynomial,
  product,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { scaled, type VectorForm } from '@/lib/kinds/proof/reasoning/algebra/vector-form';

/** A relation between a polynomial and zero. */
export interface Fact {
  operator: '=' | '!=' | '<' | '<=';
  polynomial: Polynomial;
}

/** What a relation says of the gap between its sides. */
export function factOf(operator: Exclude<Statement['operator'], '->'>, gap: Polynomial): Fact {
  if (operator === '>') return { operator: '<', polynomial: negated(gap) };
  if (operator === '>=') return { operator: '<=', polynomial: negated(gap) };
  return { operator, polynomial: gap };
}

/** Divided by its first coefficient. */
export function monic(polynomial: Polynomial): Polynomial {
  const [first] = [...polynomial.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return first ? product(polynomial, constant(divide(ONE, first[1].coefficient))) : polynomial;
}

/** Divided by the size of its first coefficient, so that its sign stays. */
export function ofSizeOne(polynomial: Polynomial): Polynomial {
  const [first] = [...polynomial.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const isNegative = first !== undefined && compare(first[1].coefficient, ZERO) < 0;
  return isNegative ? negated(monic(polynomial)) : monic(polynomial);
}

/** Divided by the first coefficient of its first entry. */
export function monicVector(form: VectorForm): VectorForm {
  const [first] = [...form.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const [lead] = first?.[1].values() ?? [];
  return lead ? scaled(form, constant(divide(ONE, lead.coefficient))) : form;
}

/** What holds where the fact does not. */
export function denial({ operator, polynomial }: Fact): Fact {
  switch (operator) {
    case '<':
      return { operator: '<=', polynomial: negated(polynomial) };
    case '<=':
      return { operator: '<', polynomial: negated(polynomial) };
    case '=':
      return { operator: '!=', polynomial };
    case '!=':
      return { operator: '=', polynomial };
  }
}

import type { Parts } from '@/lib/math/numbers/arithmetic';
import type { Node, Position } from './quadrature-nodes';

/** A term of the sum that stands for the integral. */
export interface Term {
  node: Node;
  value: Parts;
  /** The largest component, times the weight. */
  size: number;
}

/** A term whose error is above this share of the largest is worth more digits, up to so many times. */
const DOUBTFUL = 1e-12;
const MOST_REPAIRS = 120;
/** Errors of numbers that are too small for Float64. */
const UNDERFLOW = 1e-200;

/** Evaluates an integrand at nodes, with more digits where a term has too few to count. */
export class TermSource {
  readonly #integrand: (position: Position) => Parts;
  readonly #precisely: ((position: Position) => Parts) | null;
  #repairs = MOST_REPAIRS;

  constructor(
    integrand: (position: Position) => Parts,
    precisely: ((position: Position) => Parts) | null,
  ) {
    this.#integrand = integrand;
    this.#precisely = precisely;
  }

  at(node: Node): Term {
    return termOf(node, this.#integrand(node));
  }

  /** The term with more digits, where it has too few beside the largest term, `top`. */
  repaired(term: Term, top: number): Term {
    if (!this.#precisely || this.#repairs === 0) return term;
    const doubt = term.node.weight * term.value.error;
    if (hasValue(term) && (doubt < UNDERFLOW || doubt <= DOUBTFUL * top)) return term;
    this.#repairs--;
    return termOf(term.node, this.#precisely(term.node));
  }
}

function termOf(node: Node, value: Parts): Term {
  return { node, value, size: node.weight * largestPart(value.parts) };
}

/** Whether a term and a bound on its error were worked out. */
export function hasValue({ value, size }: Term): boolean {
  return Number.isFinite(size) && Number.isFinite(value.error);
}

export function largestPart(parts: readonly number[]): number {
  let size = 0;
  for (const part of parts) {
    const own = Math.abs(part);
    if (!(own <= size)) size = own;
  }
  return size;
}

/** How large the integrand gets, or 1 where it may be an indicator that nowhere was seen to hold. */
export function heightOf(terms: readonly Term[]): number {
  return terms.reduce((most, { node, size }) => Math.max(most, size / node.weight), 0) || 1;
}

/** The sum of the terms times the step; `scale` is the sum of their sizes. */
export function weightedSum(terms: readonly Term[], step: number): Parts & { scale: number } {
  const width = terms[0]?.value.parts.length ?? 1;
  const parts = Array.from({ length: width }, () => 0);
  let [error, scale] = [0, 0];
  for (const { node, value, size } of terms) {
    for (let index = 0; index < width; index++)
      parts[index] = (parts[index] ?? 0) + node.weight * (value.parts[index] ?? 0);
    error += node.weight * value.error;
    scale += size;
  }
  return { parts: parts.map((part) => part * step), error: error * step, scale: scale * step };
}

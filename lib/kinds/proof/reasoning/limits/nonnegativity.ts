import { isLiteralZero, type Statement } from '@/lib/kinds/proof/reading/statement';
import { compare, ZERO } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import { atom, keyOfPolynomial } from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { type Theory, workable } from '@/lib/kinds/proof/reasoning/theory';
import type { Tree } from '@/lib/math/core/tree';

/** Which numbers are never negative, by their form or because a statement says so. */
export class Nonnegativity {
  readonly #theory: Theory;
  readonly #notNegative = new Set<string>();

  constructor(theory: Theory) {
    this.#theory = theory;
    for (const statement of theory.statements) this.#noteSign(statement);
  }

  /** Not negative by its form, or because a statement says so. */
  isNotNegative(tree: Tree): boolean {
    const value = workable(() => this.#theory.value(tree));
    if (value?.kind !== 'scalar') return false;
    if (this.#notNegative.has(keyOfPolynomial(value.polynomial))) return true;
    const isPlain = [...value.polynomial.values()].every(
      ({ coefficient, powers }) => compare(coefficient, ZERO) > 0 && this.hasNoSign(powers),
    );
    if (isPlain) return true;
    switch (tree.kind) {
      case 'norm':
        return true;
      case 'add':
        return this.isNotNegative(tree.left) && this.isNotNegative(tree.right);
      case 'multiply':
      case 'dot':
      case 'inner':
        return (
          this.isSquare(tree) || (this.isNotNegative(tree.left) && this.isNotNegative(tree.right))
        );
      case 'divide':
        return this.isNotNegative(tree.left) && this.isNotNegative(tree.right);
      case 'power':
        return (
          tree.right.kind === 'number' &&
          (Number(tree.right.text) % 2 === 0 || this.isNotNegative(tree.left))
        );
      case 'call':
        return (
          tree.name === 'abs' ||
          tree.name === 'sqrt' ||
          (tree.name === 'max' && tree.args.some((arg) => this.isNotNegative(arg))) ||
          (tree.name === 'min' && tree.args.every((arg) => this.isNotNegative(arg)))
        );
      default:
        return false;
    }
  }

  /** A product of two equal vectors. */
  isSquare({ left, right }: { left: Tree; right: Tree }): boolean {
    const gap = workable(() => this.#theory.gap({ operator: '=', left, right }));
    return gap?.kind === 'vector' && gap.form.size === 0;
  }

  /** A product none of whose factors can be negative. */
  hasNoSign(powers: ReadonlyMap<string, number>): boolean {
    return [...powers].every(([id, exponent]) => {
      if (exponent % 2 === 0 || this.#notNegative.has(keyOfPolynomial(atom(id)))) return true;
      const meaning = this.#theory.atoms.meanings.get(id);
      const isSquare = meaning?.kind === 'inner' && meaning.left === meaning.right;
      return isSquare || this.#theory.atoms.isNotNegative(id);
    });
  }

  #noteSign({ operator, left, right }: Statement): void {
    const sides: [Tree, Tree] | null =
      operator === '<' || operator === '<='
        ? [left, right]
        : operator === '>' || operator === '>='
          ? [right, left]
          : null;
    if (!sides || !isLiteralZero(sides[0])) return;
    const value = workable(() => this.#theory.value(sides[1]));
    if (value?.kind === 'scalar') this.#notNegative.add(keyOfPolynomial(value.polynomial));
  }
}

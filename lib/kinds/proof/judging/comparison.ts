import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import type { Theory } from '@/lib/kinds/proof/reasoning/theory';
import { sameTree } from '@/lib/math/core/same-tree';

/** What statements say of each other by themselves, without any hypothesis. */
export class Comparison {
  readonly #reasoner: Reasoner;
  readonly #bare: Theory;

  /** `bare` is the theory of no statement. */
  constructor(reasoner: Reasoner, bare: Theory) {
    this.#reasoner = reasoner;
    this.#bare = bare;
  }

  /** The same text for statements that differ by rearranging and factors only; null of what is too hard. */
  keyOf(statement: Statement): string | null {
    return this.#bare.keyOf(statement);
  }

  /** The same text for statements about the same difference of sides, whatever their relation. */
  gapKeyOf(statement: Statement): string | null {
    const isLimit = statement.operator === '->';
    return this.keyOf(isLimit ? statement : { ...statement, operator: '=' });
  }

  async follows(premises: readonly Statement[], statement: Statement): Promise<boolean> {
    const key = this.keyOf(statement);
    if (key !== null && premises.some((each) => this.keyOf(each) === key)) return true;
    return this.#reasoner.follows(premises, statement);
  }

  async allFollow(premises: readonly Statement[], statements: readonly Statement[]) {
    for (const statement of statements)
      if (!(await this.follows(premises, statement))) return false;
    return true;
  }

  /** Whether one of some claims follows from a statement by itself. */
  async saysOneOf(statement: Statement, claims: readonly Statement[]): Promise<boolean> {
    for (const claim of claims) if (await this.follows([statement], claim)) return true;
    return false;
  }

  /** Whether each follows from the other; of what is true by itself, whether they differ by rearranging only. */
  async isSame(a: Statement, b: Statement): Promise<boolean> {
    const key = this.keyOf(a);
    if (key !== null && key === this.keyOf(b)) return true;
    if ((a.operator === '->') !== (b.operator === '->')) return false;
    if ((await this.follows([], a)) || (await this.follows([], b))) return false;
    return (await this.follows([a], b)) && (await this.follows([b], a));
  }

  /** Whether the statement contradicts itself, with no hypothesis at all. */
  async isAbsurd(statement: Statement): Promise<boolean> {
    return (await this.#reasoner.isConsistent([statement])) === false;
  }
}

/** The same sides, in this order or turned around. */
export function isWrittenAs(a: Statement, b: Statement): boolean {
  const isSame =
    a.operator === b.operator && sameTree(a.left, b.left) && sameTree(a.right, b.right);
  const turned = TURNED[b.operator];
  return (
    isSame || (a.operator === turned && sameTree(a.left, b.right) && sameTree(a.right, b.left))
  );
}

const TURNED: Partial<Record<Statement['operator'], Statement['operator']>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/**
 * A program as it is run. Only what stands here can happen: nodes of mathjs are made into these, or
 * refused, and mathjs evaluates none of its own.
 */
export type Expression =
  | { kind: 'constant'; value: number | boolean }
  | { kind: 'name'; name: string }
  /** The last place of the list that is indexed. */
  | { kind: 'end' }
  | { kind: 'list'; items: readonly Expression[] }
  | { kind: 'range'; from: Expression; step: Expression | null; to: Expression }
  /** A function of the library that an operator stands for. */
  | { kind: 'operation'; name: string; args: readonly Expression[] }
  | { kind: 'call'; name: string; args: readonly Expression[] }
  | { kind: 'both'; left: Expression; right: Expression }
  | { kind: 'either'; left: Expression; right: Expression }
  /** `a < b <= c`. */
  | { kind: 'chain'; relations: readonly string[]; operands: readonly Expression[] }
  | { kind: 'choice'; condition: Expression; yes: Expression; no: Expression }
  | { kind: 'entry'; object: Expression; index: readonly Expression[] }
  | { kind: 'assign'; name: string; value: Expression }
  | { kind: 'assignEntry'; name: string; index: readonly Expression[]; value: Expression }
  | { kind: 'function'; name: string; parameters: readonly string[]; body: Expression };

export function parts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'name':
    case 'end':
      return [];
    case 'list':
      return expression.items;
    case 'range':
      return [expression.from, ...(expression.step ? [expression.step] : []), expression.to];
    case 'operation':
    case 'call':
      return expression.args;
    case 'both':
    case 'either':
      return [expression.left, expression.right];
    case 'chain':
      return expression.operands;
    case 'choice':
      return [expression.condition, expression.yes, expression.no];
    case 'entry':
      return [expression.object, ...expression.index];
    case 'assign':
      return [expression.value];
    case 'assignEntry':
      return [...expression.index, expression.value];
    case 'function':
      return [expression.body];
  }
}

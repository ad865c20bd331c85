import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** Whether an expression is a whole number as it is written. */
export function isWholeAsWritten(tree: Tree, table: SymbolTable): boolean {
  switch (tree.kind) {
    case 'number':
      return /^\d+$/.test(tree.text);
    case 'bound':
    case 'size':
      return true;
    case 'symbol': {
      const type = table.typeOf(tree.id);
      return type?.kind === 'scalar' && /integer|\.\./.test(type.domain);
    }
    case 'negate':
      return isWholeAsWritten(tree.operand, table);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'dot':
      return isWholeAsWritten(tree.left, table) && isWholeAsWritten(tree.right, table);
    default:
      return false;
  }
}

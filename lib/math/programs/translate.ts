import type {
  AccessorNode,
  ArrayNode,
  AssignmentNode,
  ConditionalNode,
  ConstantNode,
  FunctionAssignmentNode,
  FunctionNode,
  IndexNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  RangeNode,
  RelationalNode,
  SymbolNode,
} from 'mathjs';
import type { Expression } from './expression';
import { ProgramFault } from './fault';
import { isOperation } from './library';
import { MOST_NESTING } from './limits';

type KnownNode =
  | AccessorNode
  | ArrayNode
  | AssignmentNode
  | ConditionalNode
  | ConstantNode<string | number | boolean | null | undefined | bigint>
  | FunctionAssignmentNode
  | FunctionNode<MathNode>
  | (Omit<OperatorNode, 'fn'> & { fn: string })
  | ParenthesisNode
  | RangeNode
  | RelationalNode
  | SymbolNode;

const KNOWN: ReadonlySet<string> = new Set<KnownNode['type']>([
  ...(['AccessorNode', 'ArrayNode', 'AssignmentNode', 'ConditionalNode', 'ConstantNode'] as const),
  ...(['FunctionAssignmentNode', 'FunctionNode', 'OperatorNode', 'ParenthesisNode'] as const),
  ...(['RangeNode', 'RelationalNode', 'SymbolNode'] as const),
]);

/** What a program cannot have, in the author's words. */
const REFUSED: Readonly<Record<string, string>> = {
  ObjectNode: 'objects { } are not part of programs',
  BlockNode: 'a block stands within an expression',
};

/** A node of mathjs as an expression; throws `ProgramFault` where programs have no such thing. */
export function translate(node: MathNode, depth = 0): Expression {
  if (depth > MOST_NESTING) throw new ProgramFault('it is nested too deeply');
  if (!isKnown(node)) throw new ProgramFault(REFUSED[node.type] ?? `${node.type} is not allowed`);
  const inner = (each: MathNode) => translate(each, depth + 1);
  switch (node.type) {
    case 'ConstantNode':
      return constant(node.value);
    case 'SymbolNode':
      return { kind: 'name', name: node.name };
    case 'ParenthesisNode':
      return inner(node.content);
    case 'ArrayNode':
      return { kind: 'list', items: node.items.map(inner) };
    case 'RangeNode':
      return {
        kind: 'range',
        from: inner(node.start),
        step: node.step ? inner(node.step) : null,
        to: inner(node.end),
      };
    case 'OperatorNode':
      return operation(node.fn, node.args.map(inner));
    case 'FunctionNode':
      return { kind: 'call', name: nameOf(node.fn), args: node.args.map(inner) };
    case 'RelationalNode':
      return {
        kind: 'chain',
        relations: node.conditionals.map(allowedOperation),
        operands: node.params.map(inner),
      };
    case 'ConditionalNode':
      return {
        kind: 'choice',
        condition: inner(node.condition),
        yes: inner(node.trueExpr),
        no: inner(node.falseExpr),
      };
    case 'AccessorNode':
      return {
        kind: 'entry',
        object: inner(node.object),
        index: indexOf(node.index, depth),
      };
    case 'AssignmentNode': {
      const name = nameOf(node.object);
      const value = inner(node.value);
      if (!node.index) return { kind: 'assign', name, value };
      return { kind: 'assignEntry', name, index: indexOf(node.index, depth), value };
    }
    case 'FunctionAssignmentNode':
      return {
        kind: 'function',
        name: node.name,
        parameters: node.params,
        body: inner(node.expr),
      };
  }
}

function isKnown(node: MathNode): node is KnownNode {
  return KNOWN.has(node.type);
}

function constant(value: unknown): Expression {
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'constant', value };
  if (typeof value === 'string') throw new ProgramFault('texts are not part of programs');
  throw new ProgramFault(`${String(value)} is not part of programs`);
}

/** Of what is called or assigned to: a name alone, never a property of something. */
function nameOf(node: MathNode): string {
  if (isKnown(node) && node.type === 'SymbolNode') return node.name;
  throw new ProgramFault('only names can be called or assigned to, no properties');
}

function indexOf({ dimensions, dotNotation }: IndexNode, depth: number): Expression[] {
  if (dotNotation) throw new ProgramFault('properties are not part of programs');
  if (dimensions.length < 1 || dimensions.length > 2)
    throw new ProgramFault('an entry is named by one or two places');
  return dimensions.map((node) => {
    const place = translate(node, depth + 1);
    return withEnd(place);
  });
}

/** In an index `end` is the last place. */
function withEnd(expression: Expression): Expression {
  switch (expression.kind) {
    case 'name':
      return expression.name === 'end' ? { kind: 'end' } : expression;
    case 'range': {
      const { from, step, to } = expression;
      return { ...expression, from: withEnd(from), step: step && withEnd(step), to: withEnd(to) };
    }
    case 'operation':
    case 'call':
      return { ...expression, args: expression.args.map(withEnd) };
    case 'list':
      return { ...expression, items: expression.items.map(withEnd) };
    default:
      return expression;
  }
}

function operation(name: string, args: readonly Expression[]): Expression {
  const [left, right] = args;
  if (name === 'and' && left && right) return { kind: 'both', left, right };
  if (name === 'or' && left && right) return { kind: 'either', left, right };
  return { kind: 'operation', name: allowedOperation(name), args };
}

function allowedOperation(name: string): string {
  if (isOperation(name)) return name;
  throw new ProgramFault(`the operator "${name}" is not part of programs`);
}

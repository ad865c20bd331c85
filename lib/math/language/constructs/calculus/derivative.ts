import type { Shape } from '@/lib/math/core/declaration';
import { isScalar, shapeLatex } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import { compileDerivative } from '@/lib/math/evaluate/binders';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { jacobianOf } from '@/lib/math/language/constructs/functions/application';
import { isMark } from '@/lib/math/language/items';
import { PRODUCT, UNARY } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';
import { spanFrom } from './bound-name';
import { derivativeFraction } from './derivative-fraction';
import { derivativeAt, derivativeOfWhatFollows, variableIn, whatFollows } from './derivative-of';
import { differentialAt, isDifferentialSign } from './differential';

/** `\frac{d}{dx}`, `d/dx`, `\partial_x`, `\nabla_w`. */
export const reading: Reading = {
  prefixes: [
    { starts: ['fraction'], turn: 'operator', read: derivativeFraction },
    { starts: ['letter d', 'command d'], turn: 'operator', read: slashedDerivative },
    { starts: ['command nabla'], turn: 'operator', read: readGradient },
    {
      starts: ['command partial'],
      turn: 'operator',
      read: (reader, item) =>
        item.sub ? readPartial(reader, item, item.sub) : slashedDerivative(reader, item),
    },
  ],
};

/** `d/dx f(x)` in plain text. */
function slashedDerivative(reader: Reader, item: Item): Tree | null {
  const { items, at, table } = reader;
  const slash = items[at + 1];
  if (!isDifferentialSign(item, table) || item.sub !== null) return null;
  if (!slash || item.sup !== null || !isMark(slash, '/')) return slashedDerivativeOf(reader, item);
  const below = differentialAt(items, at + 2, table);
  if (!below) return null;
  reader.at += 2 + below.length;
  return derivativeOfWhatFollows(reader, item, [variableIn(reader, below.variable, item)]);
}

/** Items of the name that is differentiated, at most. */
const LONGEST_NAME = 4;

/** `d^2y/dt^2`, of a function that is declared, as the fraction that it is. */
function slashedDerivativeOf(reader: Reader, item: Item): Tree | null {
  const { items, at, table } = reader;
  const name = table.find(items, at + 1);
  const slash = at + 1 + (name?.length ?? 0);
  const mark = items[slash];
  const isFunction = name !== null && table.typeOf(name.id)?.kind === 'function';
  if (!isFunction || name.length > LONGEST_NAME || !mark || !isMark(mark, '/')) return null;
  let end = slash + 1;
  for (let part = differentialAt(items, end, table); part; part = differentialAt(items, end, table))
    end += part.length;
  const last = items[end - 1];
  if (!last || end === slash + 1) return null;
  const [top, bottom] = [items.slice(at, slash), items.slice(slash + 1, end)];
  const base = { type: 'fraction', top, bottom } as const;
  reader.at = end - 1;
  const tree = derivativeFraction(reader, { ...item, base, sup: null, end: last.end });
  if (!tree) reader.at = at;
  return tree;
}

/** `\nabla_w f(w)`, and `\nabla f(x)` for the gradient of a declared function at x. */
function readGradient(reader: Reader, item: Item): Tree {
  reader.at++;
  const by = item.sub ? variableIn(reader, item.sub, item) : null;
  const operand = by && !startsApplication(reader) ? whatFollows(reader) : reader.unary(UNARY);
  const span = spanFrom(reader, item);
  if (by) {
    const slope = derivativeAt(operand, [by], reader.table);
    return slope ?? { kind: 'derivative', layout: 'gradient', by, operand, span };
  }
  if (operand.kind !== 'apply' || operand.args.length !== 1) {
    const message = 'By which symbol? Write it below, $\\nabla_x$.';
    throw problem(message, item.start, item.end, 'an index');
  }
  const jacobian = jacobianOf({ ...operand, order: operand.order + 1 }, reader);
  return { kind: 'transpose', operand: jacobian, span };
}

/** `\nabla_y \ell(y) z` is of ℓ(y) alone, however a product goes on. */
function startsApplication({ table, items, at }: Reader): boolean {
  const symbol = table.find(items, at);
  const open = symbol ? items[at + symbol.length] : undefined;
  const type = symbol && table.typeOf(symbol.id);
  return type?.kind === 'function' && open !== undefined && isMark(open, '(');
}

function readPartial(reader: Reader, item: Item, sub: readonly Item[]): Tree {
  reader.at++;
  const by = variableIn(reader, sub, item);
  const operand = whatFollows(reader);
  return { kind: 'derivative', layout: 'jacobian', by, operand, span: spanFrom(reader, item) };
}

export const shape: Shaped<'derivative'> = (tree, typer): Shape => {
  const operand = typer.settled(tree.operand);
  const by = typer.of(tree.by);
  if (isScalar(by)) return operand;
  if (tree.layout === 'gradient' && isScalar(operand)) return by;
  if (tree.layout === 'jacobian' && by[1] === 1 && operand[1] === 1) return [operand[0], by[0]];
  throw typer.problem(
    tree,
    `The derivative of a $${shapeLatex(operand)}$ by a $${shapeLatex(by)}$ is no matrix here.`,
  );
};

export const evaluate: Evaluate<'derivative'> = (tree, { compilation, slots, compileIn }) =>
  compileDerivative(tree, compilation, slots, compileIn);

export const print: Print<'derivative'> = ({ layout, by, operand }, printer) => {
  const variable = printer.plain(by);
  const sign =
    layout === 'gradient' ? `\\nabla_{${variable}}` : `\\frac{\\partial}{\\partial ${variable}}`;
  return { latex: `${sign}\\left(${printer.plain(operand)}\\right)`, level: PRODUCT };
};

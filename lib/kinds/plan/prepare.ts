import { tableOfPart } from '@/lib/kinds/fields/symbols';
import type { Factor } from '@/lib/kinds/plan/cost/chain';
import { type Optimum, optimumOf } from '@/lib/kinds/plan/cost/optimum';
import { type Sizes, sizesOf } from '@/lib/kinds/plan/cost/sizes';
import { isProduct } from '@/lib/kinds/plan/program/countable';
import type { Shape } from '@/lib/math/core/declaration';
import { isScalar } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { read } from '@/lib/math/reading/read';
import { formOf } from '@/lib/math/reading/read-step';
import { fail, ok, type Result } from '@/lib/result';
import type { PlanKey, PlanSpec } from './answer';

/** The best plan is searched exactly, so parts stay within these. */
const MOST_OUTPUTS = 6;
const MOST_FACTORS = 8;

export interface PreparedOutput {
  name: string;
  label: string;
  reference: Tree;
  shape: Shape;
  chain: readonly Factor[];
}

/** A part's key, read once. */
export interface PreparedPlan {
  table: SymbolTable;
  sizes: Sizes;
  outputs: readonly PreparedOutput[];
  optimum: Optimum;
}

export interface PlanProblem {
  message: string;
  path: string[];
}

/** Reads the references and finds the best plan; fails where the author's part cannot be planned. */
export function preparePlan(
  spec: PlanSpec,
  key: Pick<PlanKey, 'references'>,
): Result<PreparedPlan, PlanProblem> {
  const made = tableOfPart(spec);
  if (!made.ok) {
    const message = made.error.map((problem) => problem.message).join('; ');
    return fail({ message, path: ['symbols'] });
  }
  const table = made.value;
  const { sizes } = spec;
  for (const { id, type } of spec.symbols) {
    const missing = type.kind === 'matrix' && type.shape.find((size) => !hasSize(size, sizes));
    if (missing)
      return fail({ message: `no size for ${missing}, a dimension of ${id}`, path: ['sizes'] });
  }
  if (spec.outputs.length === 0)
    return fail({ message: 'no output is asked for', path: ['outputs'] });
  if (spec.outputs.length > MOST_OUTPUTS) {
    const message = `more than ${MOST_OUTPUTS} outputs; the best plan is found by trying all`;
    return fail({ message, path: ['outputs'] });
  }
  const clash = leftSideProblem(spec, table);
  if (clash) return fail(clash);
  const outputs: PreparedOutput[] = [];
  for (const { name, label, leftSides } of spec.outputs) {
    const path = ['outputs', name, 'reference'];
    const text = key.references[name] ?? '';
    const reading = read(text, table, { leftSides });
    if (!reading.ok) return fail({ message: `"${text}": ${reading.error.message}`, path });
    const reference = reading.value.tree;
    const shape = shapeOf(reference, table);
    if (!shape.ok) return fail({ message: `"${text}": ${shape.error.message}`, path });
    const chain = chainOf(reference, table, sizes, false);
    if (!chain) {
      const message = `"${text}": a reference is a product of matrices and vectors, each as it is or transposed`;
      return fail({ message, path });
    }
    if (chain.length > MOST_FACTORS)
      return fail({ message: `"${text}" has more than ${MOST_FACTORS} factors`, path });
    outputs.push({ name, label, reference, shape: shape.value, chain });
  }
  const optimum = optimumOf(outputs.map(({ chain }) => chain));
  if (!optimum) {
    const message = 'the outputs share too much for the best plan to be found by trying all';
    return fail({ message, path: ['outputs'] });
  }
  return ok({ table, sizes, outputs, optimum });
}

/** A left side that cannot be told from a symbol or from another output. */
function leftSideProblem({ outputs }: PlanSpec, table: SymbolTable): PlanProblem | null {
  const owners = new Map<string, string>();
  for (const { name, leftSides } of outputs) {
    for (const side of leftSides) {
      const form = formOf(side, table);
      const path = ['outputs', name, 'left_sides'];
      if (form === null) return { message: `"${side}" cannot be read`, path };
      if (table.declares(form)) return { message: `"${side}" is a symbol of the part`, path };
      const owner = owners.get(form) ?? name;
      if (owner !== name) return { message: `"${side}" is also a left side of ${owner}`, path };
      owners.set(form, name);
    }
  }
  return null;
}

function hasSize(size: Shape[0], sizes: Sizes): boolean {
  return typeof size === 'number' || Object.hasOwn(sizes, size);
}

/** The factors of a product of symbols, in order; null where it is something else. */
function chainOf(
  tree: Tree,
  table: SymbolTable,
  sizes: Sizes,
  turned: boolean,
): readonly Factor[] | null {
  if (tree.kind === 'transpose') return chainOf(tree.operand, table, sizes, !turned);
  if (isProduct(tree)) {
    const [first, second] = turned ? [tree.right, tree.left] : [tree.left, tree.right];
    const left = chainOf(first, table, sizes, turned);
    const right = left && chainOf(second, table, sizes, turned);
    return left && right && [...left, ...right];
  }
  if (tree.kind !== 'symbol') return null;
  const type = table.typeOf(tree.id);
  if (type?.kind !== 'matrix' || isScalar(type.shape)) return null;
  const [rows, columns] = sizesOf(type.shape, sizes);
  return [
    turned
      ? { id: tree.id, turned, rows: columns, columns: rows }
      : { id: tree.id, turned, rows, columns },
  ];
}

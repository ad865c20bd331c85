import type { Program, Step } from '@/lib/kinds/plan/program/program';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { bestAssociation, chainName, type Factor } from './chain';
import type { Work } from './ledger';
import { type BestProduct, type Optimum, optimumOf } from './optimum';

/** Where a plan does more than it must; only lines that lead to right outputs are held against it. */
export interface Waste {
  /** What the plan costs, everything counted as often as it is computed, and what would do. */
  cost: number;
  optimum: Optimum;
  /** Products in an order that costs more than it must, the most expensive first. */
  order: readonly { work: Work; instead: BestProduct | null }[];
  /** Lines that nothing asks for, where they cost more than a little. */
  unused: readonly { line: number; latex: string; cost: number }[];
  /** The same product more than once. */
  repeated: readonly (readonly [Work, ...Work[]])[];
  /** Products that would serve several outputs, where the plan computes none such. */
  unshared: readonly BestProduct[];
}

/** What lines beside the plan may cost, as a share of the best plan. */
const TOLERATED = 0.1;
const NOISE = 1e-9;

/** Compares the work of a program with the best plan for those outputs that it gets right. */
export function wasteOf(
  right: readonly { output: { chain: readonly Factor[] }; step: Step }[],
  attempted: readonly Step[],
  program: Program,
  works: readonly Work[],
  /** The best plan for all outputs: a line of it is a beginning, where its output is still missing. */
  whole: Optimum,
): Waste | null {
  const optimum = optimumOf(right.map(({ output }) => output.chain));
  if (!optimum) return null;
  const needed = linesFor(
    right.map(({ step }) => step),
    program,
  );
  const tried = linesFor(attempted, program);
  const isIdle = (line: number) => !tried.has(line);
  const counted = works.filter(({ line }) => needed.has(line) || isIdle(line));
  const products = works.filter(({ kind, line }) => kind === 'product' && needed.has(line));
  const distinct = cheapest(products);
  const spent = sum([...distinct.values()]);
  const repeated = repetitions(counted);

  const isOver = spent.cost > optimum.cost * (1 + NOISE);
  const dear = right.filter(({ output, step }) => {
    const own = linesFor([step], program);
    const cost = sum([...cheapest(products.filter(({ line }) => own.has(line))).values()]).cost;
    return cost > bestAssociation(output.chain).cost * (1 + NOISE);
  });
  const best = new Set(optimum.products.map(({ factors }) => chainName(factors).key));
  const order = isOver && dear.length > 0 ? outOfOrder([...distinct.values()], best, optimum) : [];
  const unshared =
    isOver && dear.length === 0
      ? optimum.products.filter(({ factors }) => !distinct.has(chainName(factors).key))
      : [];
  return {
    cost: sum(counted).cost,
    optimum,
    order,
    unused: idleLines(program, works, isIdle, optimum, whole),
    repeated,
    unshared,
  };
}

/** The lines that some steps make use of, themselves included. */
function linesFor(steps: readonly Step[], { lines, definitions }: Program): ReadonlySet<number> {
  const seen = new Set<string>();
  const visit = (id: string) => {
    const tree = definitions.get(id);
    if (!tree || seen.has(id)) return;
    seen.add(id);
    symbolsIn(tree).forEach(visit);
  };
  for (const { id } of steps) visit(id);
  return new Set(
    lines.flatMap(({ line, step }) => (step.ok && seen.has(step.value.id) ? [line] : [])),
  );
}

/** Each thing once, at the least that it is computed for. */
function cheapest(works: readonly Work[]): ReadonlyMap<string, Work> {
  const cheapestByKey = new Map<string, Work>();
  for (const work of works) {
    const other = cheapestByKey.get(work.key);
    if (!other || work.cost < other.cost) cheapestByKey.set(work.key, work);
  }
  return cheapestByKey;
}

function sum(parts: readonly { cost: number }[]): { cost: number } {
  return { cost: parts.reduce((all, { cost }) => all + cost, 0) };
}

/** Products that the best plan does without; matrix–matrix ones where there are any. */
function outOfOrder(
  works: readonly Work[],
  best: ReadonlySet<string>,
  { products }: Optimum,
): Waste['order'] {
  const foreign = works.filter(({ key }) => !best.has(key)).toSorted((a, b) => b.cost - a.cost);
  const matrices = foreign.filter(({ isMatrixProduct }) => isMatrixProduct);
  const faults = matrices.length > 0 ? matrices : foreign.slice(0, 1);
  return faults.slice(0, 3).map((work) => ({ work, instead: insteadOf(work, products) }));
}

/** The most expensive product of the best plan that takes one of the factors as it is. */
function insteadOf({ factors }: Work, products: readonly BestProduct[]): BestProduct | null {
  const ids = new Set(factors.map(({ id }) => id));
  const takes = products.filter(({ left, right }) =>
    [left, right].some(([only, more]) => only && !more && ids.has(only.id)),
  );
  return takes.toSorted((a, b) => b.cost - a.cost)[0] ?? null;
}

function repetitions(works: readonly Work[]): Waste['repeated'] {
  const groups = new Map<string, Work[]>();
  for (const work of works) {
    if (work.kind === 'product') groups.set(work.key, [...(groups.get(work.key) ?? []), work]);
  }
  const repeated = [...groups.values()].flatMap(([first, second, ...more]) =>
    first && second ? [[first, second, ...more] as const] : [],
  );
  // The inner products of a repeated product are repeated with it and are not listed again.
  const inside = new Set(
    repeated.flatMap((group) =>
      group.flatMap(({ inputs, line }) =>
        inputs.flatMap((input) =>
          'work' in input &&
          works.some(({ index, line: at }) => index === input.work && at === line)
            ? [input.work]
            : [],
        ),
      ),
    ),
  );
  return repeated
    .filter((group) => group.some(({ index }) => !inside.has(index)))
    .toSorted(([a], [b]) => b.cost - a.cost);
}

function idleLines(
  { lines }: Program,
  works: readonly Work[],
  isIdle: (line: number) => boolean,
  optimum: Optimum,
  whole: Optimum,
): Waste['unused'] {
  // A line that could not be read may use any other, so none can be called idle.
  if (lines.some(({ step }) => !step.ok)) return [];
  const wanted = new Set(whole.products.map(({ factors }) => chainName(factors).key));
  const idle = lines.flatMap(({ line, step }) => {
    if (!step.ok || !isIdle(line)) return [];
    const own = works.filter((work) => work.line === line && !wanted.has(work.key));
    return [{ line, latex: step.value.latex, ...sum(own) }];
  });
  if (sum(idle).cost <= TOLERATED * optimum.cost) return [];
  return idle.filter(({ cost }) => cost > 0).toSorted((a, b) => b.cost - a.cost);
}

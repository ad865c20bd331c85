import type { Meter } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import type { Sample } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { FunctionBodies } from '@/lib/math/types/unfold';

/** How the values of two expressions at a point lie to each other, as far as one arithmetic tells. */
export type PointRelation =
  /** Equal as far as the precision goes, and it goes far. */
  | 'equal'
  /** Not different as far as this precision tells, but it does not tell much. */
  | 'close'
  /** Further apart than all errors together can explain. */
  | 'different'
  /** Neither side has a value. */
  | 'undefined'
  /** One side has a value and the other none. */
  | 'one-sided'
  /** The errors are too large to tell. */
  | 'unclear';

/** A pair of expressions in one arithmetic, without saying which. */
export interface Pair {
  /** Whether the condition is certain to hold at the point. */
  holds: (sample: Sample) => boolean;
  judge: (sample: Sample) => PointRelation;
  /** The same for reference minus answer here against reference minus answer there. */
  judgeOffset: (here: Sample, there: Sample) => PointRelation;
  /** Reference minus answer, entry by entry; null where a side is not defined. */
  offset: (sample: Sample) => readonly { re: number; im: number }[] | null;
  /** How far apart the entries are and how large the reference's are; null where a side is not defined. */
  gaps: (sample: Sample) => readonly { gap: number; size: number }[] | null;
  /** Both sides as LaTeX with so many significant digits. */
  latex: (sample: Sample, digits: number) => { reference: string; answer: string };
}

/** Two expressions and all that their values depend on. */
export interface PairExpressions {
  reference: Tree;
  answer: Tree;
  /** Only points at which this relation holds count. */
  where: Tree | null;
  definitions: ReadonlyMap<string, Tree>;
  table: SymbolTable;
  seed: string;
  meter: Meter;
  functions: FunctionBodies;
}

/** The size of one axis: a number, or a named dimension such as `n_f` that is the same wherever it occurs. */
export type Dimension = number | string;

/** Rows × columns. Vectors are columns `[n, 1]`, covectors rows `[1, n]`. */
export type Shape = readonly [Dimension, Dimension];

/**
 * One symbol that a part lets its answers use. `latex` is how it is shown; `latex`, `aliases` and
 * `id` are all ways to write it. A written form with scripts, such as `J_g^{\mathcal L}`, is one
 * symbol and never a power.
 */
export interface SymbolDeclaration {
  id: string;
  latex: string;
  /** Other ways to write it, LaTeX or plain text, e.g. `\frac{\partial f}{\partial w}`. */
  aliases?: readonly string[];
  type: SymbolType;
}

export type SymbolType =
  /**
   * `domain`: `real`, `complex`, `integer`, an interval `(0, inf)`, `[0, 1)`, integers `1..11`.
   * `density` names the function by which a random variable is distributed.
   */
  | { kind: 'scalar'; domain: string; density?: string | undefined }
  | { kind: 'matrix'; shape: Shape }
  /**
   * A function of one or more arguments of the shapes `from`, value of shape `to`. Opaque, known
   * only to be smooth, unless a definition says what it is. `support` makes it a density there, a
   * domain as those of scalars. `elementwise`: of numbers, and taken of matrices entry by entry.
   * `bare` is the symbol that its name stands for without arguments.
   */
  | {
      kind: 'function';
      from: readonly Shape[];
      to: Shape;
      support?: string | undefined;
      elementwise?: boolean | undefined;
      bare?: string | undefined;
    };

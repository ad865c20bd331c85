/** How one types what is no symbol of the part: as on a plain keyboard, and what becomes of it. */
export interface TypingRow {
  typed: string;
  latex: string;
}

/**
 * Rows of the help card; each is read as it is shown (typing-rows.test.ts). Those for vectors and
 * matrices, ranges, sets, comparisons and classes of growth are for parts that have them.
 */
export const TYPING_ROWS: Readonly<
  Record<'always' | 'matrices' | 'ranges' | 'sets' | 'comparisons' | 'growth', readonly TypingRow[]>
> = {
  always: [
    { typed: 'a/b', latex: '\\frac{a}{b}' },
    { typed: '(a+b)/2', latex: '\\frac{a+b}{2}' },
    { typed: 'x^2', latex: 'x^{2}' },
    { typed: 'e^(-x)', latex: 'e^{-x}' },
    { typed: 'sqrt(x)', latex: '\\sqrt{x}' },
    { typed: 'ln x', latex: '\\ln x' },
    { typed: '|x|', latex: '\\left|x\\right|' },
    { typed: '[x>0]', latex: '\\left[x>0\\right]' },
    { typed: 'pi', latex: '\\pi' },
  ],
  matrices: [
    { typed: 'A^T', latex: 'A^{\\top}' },
    { typed: 'A^-1', latex: 'A^{-1}' },
    { typed: '||v||^2', latex: '\\left\\|v\\right\\|^{2}' },
  ],
  ranges: [
    { typed: 'int_0^1 x dx', latex: '\\int_{0}^{1}x\\,dx' },
    { typed: 'sum_(k=1)^m k', latex: '\\sum_{k=1}^{m}k' },
    { typed: 'inf', latex: '\\infty' },
  ],
  sets: [
    { typed: '(-inf, 2] u {3}', latex: '(-\\infty, 2] \\cup \\{3\\}' },
    { typed: 'R \\ {0}', latex: '\\mathbb{R} \\setminus \\{0\\}' },
    { typed: '{}', latex: '\\emptyset' },
  ],
  comparisons: [
    { typed: 'x <= 2', latex: 'x \\le 2' },
    { typed: 'x < 0 or x > 3', latex: 'x < 0 \\vee x > 3' },
    { typed: 'x > 0 and x != 1', latex: 'x > 0 \\wedge x \\ne 1' },
  ],
  growth: [
    { typed: 'O(n^2)', latex: 'O(n^{2})' },
    { typed: 'Theta(n log n)', latex: '\\Theta(n \\log n)' },
    { typed: 'Omega(2^n)', latex: '\\Omega(2^{n})' },
    { typed: 'o(n)', latex: 'o(n)' },
  ],
};

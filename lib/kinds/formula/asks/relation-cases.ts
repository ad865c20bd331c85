import { answer, type Part } from './cases';

const line: Part = {
  part: {
    symbols: { x: { latex: 'x' }, y: { latex: 'y' } },
    fields: { y: { label: 'g', asks: 'relation', reference: 'y = 2x + 1' } },
  },
  points: 1,
  cases: [
    answer('y = 2x + 1', 1, 'right'),
    answer('y - 2x = 1', 1, 'right'),
    answer('g: 4x - 2y + 2 = 0', 1, 'right'),
    answer('x = \\frac{y-1}{2}', 1, 'right'),
    answer('(y - 2x - 1)^2 = 0', 1, 'right'),
    answer('(y-1)/x = 2', 0, 'review', 'at $y = 1$, $x = 0$ a side'),
    answer('x/(y-1) = 1/2', 0, 'review', 'a side has no value'),
    answer('(y-2x-1)/(x-5) = 0', 0, 'review', 'at $y = 11$, $x = 5$ a side'),
    answer('(y-2x-1)/(x^2+1) = 0', 1, 'right'),
    answer('y = 2x - 1', 0, 'wrong', 'does not have the expected solutions'),
    answer('y = 2x + 1.0000000000000000001', 0, 'wrong'),
    answer('y \\ge 2x + 1', 0, 'wrong', 'yours holds'),
    answer('(y - 2x - 1) x = 0', 0, 'wrong', 'yours holds'),
    answer('2x + 1', 0, 'review', 'equation or inequality is expected'),
    answer('f(x) = 2x + 1', 1, 'right'),
    answer('f(x) = 2x', 0, 'wrong', 'the expected relation holds'),
    answer('\\{(x,y) : y = 2x + 1\\}', 1, 'right'),
    answer('\\{(x,y) : y = 2x\\}', 0, 'wrong'),
    answer('\\{(0, 1), (1, 3)\\}', 0, 'review', 'equation or inequality'),
    answer('y(x) = 2x + 1', 0, 'review', 'a function, or a product'),
    answer('y = 2t + 1', 0, 'review', 'could not be read'),
  ],
};

const roots: Part = {
  part: {
    symbols: { x: { latex: 'x' } },
    fields: { y: { label: 'L', asks: 'relation', reference: 'x^2 = 1' } },
  },
  points: 1,
  cases: [
    answer('x = 1 or x = -1', 1, 'right'),
    answer('|x| = 1', 1, 'right'),
    answer('x^4 = 1', 1, 'right'),
    answer('x = 1', 0, 'wrong', '$x = -1$'),
    answer('x = 1 \\wedge x = -1', 0, 'wrong'),
    answer('x = 1 and x = -1', 0, 'review', 'all or any'),
    answer('x = 1, x = -1', 1, 'right'),
    answer('x = 1; x = -1', 1, 'right'),
    answer('x = 1, x = -1, x = 1', 1, 'right'),
    answer('x = 1, x = -1 \\wedge x = 1', 0, 'review', 'all or any'),
    answer('x = 1, x = -2', 0, 'wrong', '$x = -1$'),
    answer('x = \\pm 1', 1, 'right'),
    answer('x \\in \\{-1, 1\\}', 1, 'right'),
    answer('x \\in \\emptyset', 0, 'wrong', '$x = 1$'),
    answer('x = \\mp 1', 1, 'right'),
    answer('x = \\frac{\\pm 2}{2}', 1, 'right'),
    answer('x = \\pm 2', 0, 'wrong', '$x = 2$'),
    answer('x = +-1', 0, 'review', 'one sign or two'),
  ],
};

const disk: Part = {
  part: {
    symbols: { x: { latex: 'x' }, y: { latex: 'y' } },
    fields: { y: { label: 'D', asks: 'relation', reference: 'x^2 + y^2 \\le 1' } },
  },
  points: 1,
  cases: [
    answer('|y| <= sqrt(1-x^2)', 1, 'right'),
    answer('-\\sqrt{1-x^2} \\le y \\le \\sqrt{1-x^2}', 1, 'right'),
    answer('|y| < sqrt(1-x^2)', 0, 'wrong', 'the expected relation holds'),
    answer('y <= sqrt(1-x^2)', 0, 'wrong', 'yours holds'),
  ],
};

const halfPlane: Part = {
  part: {
    symbols: { x: { latex: 'x' }, y: { latex: 'y' } },
    fields: { y: { label: 'H', asks: 'relation', reference: '2x - y \\le -1' } },
  },
  points: 1,
  cases: [
    answer('y \\ge 2x + 1', 1, 'right'),
    answer('y - 2x >= 1', 1, 'right'),
    answer('y > 2x + 1', 0, 'wrong', 'the expected relation holds'),
    answer('y \\le 2x + 1', 0, 'wrong'),
    answer('y = 2x + 1 \\vee y > 2x + 1', 1, 'right'),
  ],
};

const unitInterval: Part = {
  part: {
    symbols: { x: { latex: 'x' } },
    fields: { y: { label: 'I', asks: 'relation', reference: '0 < x < 1' } },
  },
  points: 1,
  cases: [
    answer('x > 0, x < 1', 1, 'right'),
    answer('0 < x \\wedge 1 > x', 1, 'right'),
    answer('x^2 < x', 1, 'right'),
    answer('|2x - 1| < 1', 1, 'right'),
    answer('x \\in (0, 1)', 1, 'right'),
    answer('x \\in (0, \\frac12] \\cup (\\frac12, 1)', 1, 'right'),
    answer('x \\notin (-\\infty, 0] \\cup [1, \\infty)', 1, 'right'),
    answer('2x ∈ (0, 4) \\setminus [2, 3)', 0, 'wrong', 'yours holds'),
    answer('0 < x < 1, x \\in \\mathbb{R}', 1, 'right'),
    answer('x > 0 & x < 1', 1, 'right'),
    answer('x > 0 \\& x < 1', 1, 'right'),
    answer('x \\in [0, 1)', 0, 'wrong', '$x = 0$'),
    answer('x \\in \\mathbb{N}', 0, 'review', 'set is expected'),
    answer('0 < x \\le 1', 0, 'wrong', '$x = 1$'),
    answer('0 < x', 0, 'wrong'),
  ],
};

const halfLine: Part = {
  part: {
    symbols: { x: { latex: 'x' }, y: { latex: 'y' } },
    fields: { y: { label: 'h', asks: 'relation', reference: 'y = 2x + 1 \\wedge x > 0' } },
  },
  points: 1,
  cases: [
    answer('y = 2x + 1, x > 0', 1, 'right'),
    answer('y = 2x + 1 for x > 0', 1, 'right'),
    answer('y = 2x + 1 \\text{ if } x > 0', 1, 'right'),
    answer('y = 2x + 1 with x \\ge 0', 0, 'wrong', '$x = 0$'),
    answer('y = 2x + 1 (x > 0)', 0, 'review', 'a condition'),
    answer('y = 2x + 1 \\text{ on the right side}', 0, 'review', 'may matter'),
  ],
};

const system: Part = {
  part: {
    symbols: { x: { latex: 'x' }, y: { latex: 'y' } },
    fields: { y: { label: 'S', asks: 'relation', reference: 'x + y = 2, x - y = 1' } },
  },
  points: 1,
  cases: [
    answer('x = \\frac{3}{2} \\wedge y = \\frac12', 1, 'right'),
    answer('y = x - 1 and 2x = 3', 1, 'right'),
    answer('x = 1, y = 1', 0, 'wrong', 'the expected relation holds'),
    answer('x + y = 2', 0, 'wrong', 'yours holds'),
  ],
};

export const relationParts: readonly Part[] = [
  line,
  roots,
  disk,
  halfPlane,
  unitInterval,
  halfLine,
  system,
];

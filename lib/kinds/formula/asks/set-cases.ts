import { answer, type Part } from './cases';

const domain: Part = {
  part: {
    symbols: { x: { latex: 'x' } },
    fields: {
      y: {
        label: 'D',
        asks: 'set',
        variable: 'x',
        reference: '(-\\infty, 2] \\cup \\{3\\}',
      },
    },
    misconceptions: [
      {
        field: 'y',
        expression: '(-\\infty, 2]',
        message: 'What about 3?',
        credit: 0.5,
      },
    ],
  },
  points: 1,
  cases: [
    answer('(-\\infty,2]\\cup\\{3\\}', 1, 'right'),
    answer('\\left(-\\infty,2\\right]\\cup\\left\\lbrace3\\right\\rbrace', 1, 'right'),
    answer('(-inf, 2] u {3}', 1, 'right'),
    answer('D = ]-∞; 2] ∪ {3}', 1, 'right'),
    answer('x \\le 2 \\text{ or } x = 3', 1, 'right'),
    answer('\\{x \\in \\mathbb{R} \\mid x \\le 2 \\vee x = 3\\}', 1, 'right'),
    answer('(-\\infty, 3] \\setminus (2, 3)', 1, 'right'),
    answer('(-inf, 2)u{2}u{3}', 1, 'right'),
    answer('(-\\infty, 2) \\cup \\{3\\}', 0, 'wrong', '$2$ is missing'),
    answer('(-\\infty, 3]', 0, 'wrong', '$2.5$ does not belong to it'),
    answer('x \\le 2', 0.5, 'wrong', 'What about 3'),
    answer('\\emptyset', 0, 'wrong', 'is missing'),
    answer('(x-3)(x-2) \\ge 0', 0, 'wrong', 'does not belong'),
    answer('(x-2)(x-3)^2 \\le 0', 0, 'review', 'not solved for $x$'),
    answer('x \\le 2, x = 3', 0, 'review', 'all or any'),
    answer('(-\\infty, 2] and {3}', 0, 'review', 'all or any'),
    answer('(-\\infty, 2) and {3}', 0, 'wrong'),
    answer('x \\le 2 \\wedge x = 3', 0, 'wrong', 'is missing'),
    answer('x \\le 3, x \\notin (2, 3)', 1, 'right'),
    answer('x \\in \\mathbb{R}, x \\notin (2, 3) \\cup (3, \\infty)', 1, 'right'),
    answer('(-infinity, 3] \\ (2, 3)', 1, 'right'),
    answer('2', 0, 'review', 'A set is expected'),
    answer('(-\\infty, 2] \\cup \\{t\\}', 0, 'review', 'could not be read'),
  ],
};

const withParameter: Part = {
  part: {
    symbols: { x: { latex: 'x' }, a: { latex: 'a', domain: '(0, inf)' } },
    fields: { y: { label: 'L', asks: 'set', variable: 'x', reference: '[-a, a]' } },
  },
  points: 1,
  cases: [
    answer('[-a, a]', 1, 'right'),
    answer('-a \\le x \\le a', 1, 'right'),
    answer('|x| \\le a', 1, 'right'),
    answer('[-a, 0] u [0, \\sqrt{a^2}]', 1, 'right'),
    answer('\\mathbb{R} \\setminus ((-\\infty, -a) \\cup (a, \\infty))', 1, 'right'),
    answer('(-a, a)', 0, 'wrong', 'is missing'),
    answer('[-a, 2a]', 0, 'wrong', 'does not belong to it'),
    answer('[-1, 1]', 0, 'wrong'),
    answer('x^2 \\le a^2', 0, 'review', 'not solved for $x$'),
    answer('x^2 < a^2', 0, 'wrong', 'is missing'),
    answer('\\{x : |2x| \\le a\\}', 0, 'wrong', 'is missing'),
  ],
};

const solutions: Part = {
  part: {
    symbols: { x: { latex: 'x' } },
    fields: {
      y: { label: 'x', asks: 'set', variable: 'x', reference: '\\{-\\sqrt{2}, \\sqrt{2}\\}' },
    },
  },
  points: 1,
  cases: [
    answer('\\{\\sqrt 2, -\\sqrt 2\\}', 1, 'right'),
    answer('\\{\\pm\\sqrt 2\\}', 1, 'right'),
    answer('x = \\sqrt 2 \\vee x = -2/\\sqrt{2}', 1, 'right'),
    answer('|x| = \\sqrt{2}', 1, 'right'),
    answer('x = \\frac{0 \\pm \\sqrt{8}}{2}', 1, 'right'),
    answer('\\{\\frac{\\mp\\sqrt{8}}{2}\\}', 1, 'right'),
    answer('x = \\sqrt 2, x = -\\sqrt 2', 1, 'right'),
    answer('x = \\sqrt 2 and x = -\\sqrt 2', 0, 'review', 'all or any'),
    answer('\\{\\sqrt 2\\}', 0, 'wrong', 'is missing'),
    answer('\\{1.41421356, -1.41421356\\}', 0, 'wrong'),
    answer('\\{-\\sqrt 2, \\sqrt 2, 0\\}', 0, 'wrong', '$0$ does not belong'),
    answer('{sqrt(2), -sqrt(2)}', 1, 'right'),
  ],
};

const threeSolutions: Part = {
  part: {
    symbols: { x: { latex: 'x' } },
    fields: { y: { label: 'L', asks: 'set', variable: 'x', reference: '\\{-2, 0, 2\\}' } },
  },
  points: 1,
  cases: [
    answer('x = 0, x = 2, x = -2', 1, 'right'),
    answer('x = 0; x = 2; x = -2', 1, 'right'),
    answer('x = 0, 2 = x, x = -2, x = 0', 1, 'right'),
    answer('x = 0, x = \\pm 2', 1, 'right'),
    answer('\\{x : x = 0, x = 2, x = -2\\}', 1, 'right'),
    answer('\\{0\\}, \\{2\\}, \\{-2\\}', 1, 'right'),
    answer('x = 0, x = 2 and x = -2', 0, 'review', 'all or any'),
    answer('x = 0 and x = 2 and x = -2', 0, 'review', 'all or any'),
    answer('x = 0, x = 2 \\wedge x = -2', 0, 'review', 'all or any'),
    answer('x = 0, |x| = 2', 0, 'review', 'all or any'),
    answer('x = 0, x^2 = 4', 0, 'review', 'all or any'),
    answer('0, 2, -2', 1, 'right'),
    answer('x = 0, 2, -2', 1, 'right'),
    answer('x_1=0, x_2=2, x_3=-2', 1, 'right'),
    answer('x_1 = 0 and x_2 = 2 and x_3 = -2', 1, 'right'),
    answer('x_1 = 0, x_{2,3} = \\pm 2', 1, 'right'),
    answer('0, 2', 0, 'wrong', '$-2$ is missing'),
    answer('x_1 = 0, x_2 = 2, x_3 = 3', 0, 'wrong'),
    answer('0,2', 0, 'review', 'decimal'),
    answer('x^3 = 4x', 0, 'review', 'not solved for $x$'),
    answer('\\{x : x^3 - 4x = 0\\}', 0, 'review', 'not solved for $x$'),
    answer('x^3 = 4', 0, 'wrong'),
    answer('x = 0, x = 2, x = -2, x < 3', 1, 'right'),
    answer('x = 0 \\wedge x = 2 \\wedge x = -2', 0, 'wrong', 'is missing'),
    answer('x = 0, x = 2, x = -3', 0, 'wrong', '$-3$ does not belong'),
    answer('x = 0, x = 2', 0, 'wrong', '$-2$ is missing'),
    answer('x = 0, x = 2, x = -2, x < 1', 0, 'wrong', '$2$ is missing'),
  ],
};

const positiveSolutions: Part = {
  part: {
    symbols: { x: { latex: 'x', domain: '(0, inf)' } },
    fields: { y: { label: 'L', asks: 'set', variable: 'x', reference: '\\{1, 2, 3\\}' } },
  },
  points: 1,
  cases: [
    answer('x = 1, x = 2, x = 3', 1, 'right'),
    answer('x = 1; x = 2', 0, 'wrong', '$3$ is missing'),
  ],
};

/** An author may take a condition as it is. */
const conditionAllowed: Part = {
  part: {
    symbols: { x: { latex: 'x' } },
    fields: { y: { label: 'L', asks: 'set', variable: 'x', reference: '\\{x : |x-1| \\ge 2\\}' } },
  },
  points: 1,
  cases: [
    answer('\\{x : |x-1| >= 2\\}', 1, 'right'),
    answer('(-\\infty, -1] \\cup [3, \\infty)', 1, 'right'),
    answer('(x-1)^2 \\ge 4', 1, 'right'),
    answer('x \\le -1 or x \\ge 3', 1, 'right'),
    answer('\\{x : |x-1| > 2\\}', 0, 'wrong', 'is missing'),
    answer('\\{x : |x+1| \\ge 2\\}', 0, 'wrong'),
  ],
};

const outside: Part = {
  part: {
    symbols: { x: { latex: 'x' } },
    fields: {
      y: {
        label: 'L',
        asks: 'set',
        variable: 'x',
        reference: '(-\\infty, -1] \\cup [3, \\infty)',
      },
    },
  },
  points: 1,
  cases: [
    answer('x <= -1, x >= 3', 0, 'review', 'all or any'),
    answer('x < 0 \\wedge x <= -1, x \\ge 3 \\wedge x > 0', 0, 'review', 'all or any'),
  ],
};

const allBut: Part = {
  part: {
    symbols: { t: { latex: 't' } },
    fields: {
      y: { label: 'D', asks: 'set', variable: 't', reference: '\\mathbb{R} \\setminus \\{0\\}' },
    },
    decimal_comma: true,
  },
  points: 1,
  cases: [
    answer('R \\ {0}', 1, 'right'),
    answer('(\\{0, 0\\})^c', 1, 'right'),
    answer(']-inf; inf[, t \\ne 0', 1, 'right'),
    answer('t \\ne 0', 1, 'right'),
    answer('(-inf; 0) u (0; inf)', 1, 'right'),
    answer(']-\\infty,0[\\cup]0,\\infty[', 1, 'right'),
    answer('\\mathbb{R}', 0, 'wrong', '$0$ does not belong'),
    answer('\\mathbb{R} \\setminus [0; 0,5]', 0, 'wrong', 'is missing'),
  ],
};

export const setParts: readonly Part[] = [
  domain,
  withParameter,
  solutions,
  threeSolutions,
  positiveSolutions,
  conditionAllowed,
  outside,
  allBut,
];

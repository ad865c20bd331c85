import { answer, type Part } from './cases';

const part = (reference: string, cases: Part['cases']): Part => ({
  part: {
    symbols: { x: { latex: 'x' }, omega: { latex: '\\omega', domain: '(0, inf)' } },
    fields: {
      y: {
        label: 'y',
        left_sides: ['y(x)'],
        asks: 'general_solution',
        variable: 'x',
        reference,
      },
    },
  },
  points: 1,
  cases,
});

const linear = part('C_1 e^x + C_2 e^{-x}', [
  answer('C_1 e^x + C_2 e^{-x}', 1, 'right'),
  answer('y(x) = A\\cosh x+B\\sinh x', 1, 'right'),
  answer('c_2 e^{x} - c_1 e^{-x}', 1, 'right'),
  answer('C1 e^x + C2 e^(-x)', 1, 'right'),
  answer('K e^{x+1} + A e^{-x}', 1, 'right'),
  answer('\\alpha e^{x} + \\beta e^{-x}', 1, 'right'),
  answer('C e^x', 0, 'wrong', 'leaves out solutions'),
  answer('C(e^x + e^{-x})', 0, 'wrong', 'leaves out solutions'),
  answer('e^x + e^{-x}', 0, 'wrong', 'leaves out solutions'),
  answer('A e^x + B e^{-x} + C', 0, 'wrong', 'With'),
  answer('A \\cos x + B \\sin x', 0, 'wrong'),
  answer('C_1 e^t + C_2 e^{-t}', 0, 'review', 'could not be read'),
  answer('y_0 e^x + y_1 e^{-x}', 1, 'right'),
  answer('y0 e^x + y1 e^{-x}', 1, 'right'),
  answer('\\lambda e^x + \\mu e^{-x}', 1, 'right'),
  answer('R e^x + S e^{-x}', 1, 'right'),
  answer('C_a e^x + C_b e^{-x}', 1, 'right'),
  answer('y_0 e^x', 0, 'wrong', 'leaves out solutions'),
  answer('R e^x + S e^{-x} + T', 0, 'wrong', 'no solutions'),
  answer('F(x) + C e^{-x}', 0, 'review', 'could not be read'),
  answer('y e^x', 0, 'review', 'could not be read'),
  answer("R' e^x + S e^{-x}", 0, 'review', 'could not be read'),
  answer('some e^x', 0, 'review', 'could not be read'),
  answer('C_1 e^{ix} + C_2 e^{-ix}', 0, 'review', 'Complex numbers'),
]);

const inhomogeneous = part('A \\cos(\\omega x) + B \\sin(\\omega x) + \\frac{x}{\\omega^2}', [
  answer('x/\\omega^2 + C_1 \\sin(\\omega x) + C_2 \\cos(\\omega x)', 1, 'right'),
  answer('\\frac{x + A \\sin(\\omega x) + B \\cos(\\omega x)}{\\omega^2}', 1, 'right'),
  answer('x/\\omega^2 + A \\sin(\\omega x + B)', 1, 'right'),
  answer('x/\\omega^2 + A sin(omega x + phi)', 1, 'right'),
  answer('x/\\omega^2 + x_0 \\cos(\\omega x) + v_0/\\omega \\sin(\\omega x)', 1, 'right'),
  answer('x/\\omega^2 + A sin(omega x + 2 phi) + phi', 0, 'wrong', 'no solutions'),
  answer('x/\\omega^2 + \\varphi_0 \\sin(\\omega x)', 0, 'wrong', 'leaves out solutions'),
  answer('A \\cos(\\omega x) + B \\sin(\\omega x)', 0, 'wrong', 'leaves out solutions'),
  answer('A \\cos(\\omega x) + B \\sin(\\omega x) + x', 0, 'wrong'),
]);

const antiderivative = part('\\ln|x| + C', [
  answer('\\ln|x| + C', 1, 'right'),
  answer('\\ln|3x| + k', 1, 'right'),
  answer('\\frac{1}{2} \\ln(x^2) + \\text{const}', 1, 'right'),
  answer('\\ln|C x|', 1, 'right'),
  answer('\\ln|x|', 0, 'wrong', 'leaves out solutions'),
  answer('\\ln x + C', 0, 'wrong', 'no value there'),
  answer('\\ln|x| + C x', 0, 'wrong'),
  answer('C \\ln|x|', 0, 'wrong'),
]);

const notLinear = part('\\frac{1}{C - x}', [
  answer('-\\frac{1}{x + K}', 1, 'right'),
  answer('1/(2C - x)', 1, 'right'),
  answer('\\frac{1}{x} + C', 0, 'wrong', 'leaves out solutions'),
  answer('\\frac{1}{1 - x}', 0, 'wrong'),
  answer('\\frac{2}{C - x}', 0, 'review'),
]);

const tangents = part('\\tan(x + C)', [
  answer('\\tan(x + C)', 1, 'right'),
  answer('-\\cot(x - K)', 1, 'right'),
  answer('\\frac{\\sin(x + 2C)}{\\cos(x + 2C)}', 1, 'right'),
  answer('\\tan(x) + C', 0, 'wrong', 'leaves out solutions'),
  answer('\\tan x', 0, 'wrong', 'leaves out solutions'),
]);

const positive = part('C e^{x}', [
  answer('e^{x + C}', 0, 'review'),
  answer('\\pm e^{x + C}', 0, 'review'),
  answer('\\pm C e^x', 1, 'right'),
  answer('±C e^x + 1', 0, 'wrong', 'no solutions'),
  answer('y_0 e^x', 1, 'right'),
  answer('e^{rx}', 0, 'wrong', 'no solutions'),
  answer('C e^x + 0 K', 1, 'right'),
  answer('C 2^{x/\\ln 2}', 1, 'right'),
  answer('C2 e^x', 1, 'right'),
  answer('C2^{x}', 0, 'review', 'an index'),
  answer('y = 0 or y = C e^x', 0, 'review'),
  answer('e^{Cx}', 0, 'wrong', 'no solutions'),
  answer('y^2 = C e^{2x}', 0, 'review', 'Write what'),
]);

const twoBranches = part('\\pm\\sqrt{x^2 + C}', [
  answer('±sqrt(x^2 + C)', 1, 'right'),
  answer('\\mp\\sqrt{x^2 - 2K}', 1, 'right'),
  answer('\\pm\\sqrt{x^2 + y_0}', 1, 'right'),
  answer('\\sqrt{x^2 + C}', 0, 'review'),
  answer('\\pm\\sqrt{x^2} + C', 0, 'review'),
]);

/** Antiderivatives as values, of which the constant may be left out. */
const upToConstant: Part = {
  part: {
    symbols: { x: { latex: 'x' } },
    fields: { y: { label: 'F', reference: '\\ln|x|', up_to: { constant: 'x' } } },
  },
  points: 1,
  cases: [
    answer('\\ln|x| + C', 1, 'right'),
    answer('\\ln|x|', 1, 'right'),
    answer('\\ln|2x|', 1, 'right'),
    answer('\\frac12\\ln(x^2) + c', 1, 'right'),
    answer('\\ln|x| + x', 0, 'wrong'),
    answer('\\log_{10}|x| + C', 0, 'wrong'),
  ],
};

export const generalSolutionParts: readonly Part[] = [
  linear,
  inhomogeneous,
  antiderivative,
  notLinear,
  tangents,
  positive,
  twoBranches,
  upToConstant,
];

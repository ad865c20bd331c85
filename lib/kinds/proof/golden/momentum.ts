import type { GoldenPart } from '@/lib/kinds/contract';
import type { ProofAnswer } from '@/lib/kinds/proof/answer';
import { type ProofPart, proof } from './case';

/** Gradients tend to zero where momentum converges: linear algebra, norms, null sequences. */
const part: ProofPart = {
  index: 't',
  symbols: {
    x: { latex: 'x_t', shape: ['n', 1] },
    v: { latex: 'v_t', shape: ['n', 1] },
    g: { latex: 'g', aliases: ['\\tilde{g}'], from: ['n', 1], to: ['n', 1] },
    mu: { latex: '\\mu', domain: '(0, inf)' },
    epsilon: { latex: '\\varepsilon', aliases: ['\\epsilon', 'eps'], domain: '(0, inf)' },
  },
  hypotheses: {
    '1a': 'v_{t+1} = \\mu v_t + g(x_t)',
    '1b': 'x_{t+1} = x_t - \\varepsilon v_{t+1}',
    converges: '\\|x_{t+1} - x_t\\| \\to 0',
  },
  goal: '\\|g(x_t)\\| \\to 0',
  goal_points: 1.5,
  milestones: [
    {
      points: 1.5,
      claims: [
        '\\varepsilon g(x_t) = \\mu (x_t - x_{t-1}) - (x_{t+1} - x_t)',
        '\\varepsilon \\|g(x_t)\\| \\le \\mu \\|x_t - x_{t-1}\\| + \\|x_{t+1} - x_t\\|',
        '\\|g(x_t)\\| \\le \\|v_{t+1}\\| + \\mu \\|v_t\\|',
        '\\|g(x_t)\\|^2 \\le 2\\|v_{t+1}\\|^2 + 2\\mu^2\\|v_t\\|^2',
        'v_t \\to 0',
      ],
    },
  ],
};

const eliminated = '\\varepsilon g(x_t) = \\mu(x_t - x_{t-1}) - (x_{t+1} - x_t)';
const bound = '\\varepsilon\\|g(x_t)\\| \\le \\mu\\|x_t-x_{t-1}\\| + \\|x_{t+1}-x_t\\|';
const goal = '\\|g(x_t)\\| \\to 0';

export const momentum: GoldenPart<ProofPart, ProofAnswer> = {
  part,
  points: 3,
  cases: [
    proof('one bridging line and the goal', 3, 'right', [eliminated, goal]),
    proof('the sample solution', 3, 'right', [eliminated, `${bound} \\rightarrow 0`, goal]),
    proof(
      'true lines within what cannot be supposed',
      0,
      'wrong',
      [
        { claim: '0 = 1', role: 'suppose', level: 0 },
        { claim: 'v_t \\to 0', level: 1 },
        { claim: goal, level: 0 },
      ],
      'holds under something supposed',
    ),
    proof('bounds by a number as small as one likes', 3, 'right', [
      '\\forall\\delta>0\\,\\exists N:\\ \\|x_{t+1}-x_t\\|<\\delta\\ \\forall t\\ge N',
      '\\Rightarrow\\|v_{t+1}\\|<\\delta/\\varepsilon',
      '\\Rightarrow\\|g(x_t)\\|<(1+\\mu)\\delta/\\varepsilon\\ \\forall t\\ge N+1',
      `\\Rightarrow ${goal}`,
    ]),
    proof('through the larger of two, by a name', 3, 'right', [
      '\\text{Set } \\beta_t=\\max(\\|v_{t+1}\\|,\\|v_t\\|)',
      '\\beta_t\\to0',
      '\\|g(x_t)\\|\\le(1+\\mu)\\beta_t\\to0',
    ]),
    proof('one chain alone', 3, 'right', [`${bound} \\to 0`]),
    proof('many small steps', 3, 'right', [
      'v_t = \\frac{x_{t-1} - x_t}{\\varepsilon}',
      'v_{t+1} = \\frac{x_t - x_{t+1}}{\\varepsilon}',
      'g(x_t) = v_{t+1} - \\mu v_t',
      'g(x_t) = \\frac{x_t - x_{t+1}}{\\varepsilon} - \\mu\\frac{x_{t-1} - x_t}{\\varepsilon}',
      '\\|g(x_t)\\| = \\frac{1}{\\varepsilon}\\|(x_t - x_{t+1}) - \\mu(x_{t-1} - x_t)\\|',
      '\\|g(x_t)\\| \\le \\frac{1}{\\varepsilon}\\|x_{t+1} - x_t\\| + \\frac{\\mu}{\\varepsilon}\\|x_t - x_{t-1}\\|',
      '\\frac{1}{\\varepsilon}\\|x_{t+1} - x_t\\| \\to 0',
      '\\frac{\\mu}{\\varepsilon}\\|x_t - x_{t-1}\\| \\to 0',
      goal,
    ]),
    proof('through the velocity', 3, 'right', [
      'v_{t+1} = \\frac{x_t - x_{t+1}}{\\varepsilon} \\to 0',
      'v_t \\to 0',
      'g(x_t) = v_{t+1} - \\mu v_t \\to 0',
    ]),
    proof('from the eliminated form of part a, with words', 3, 'right', [
      '\\text{From part a: } x_{t+1} = x_t + \\mu(x_t - x_{t-1}) - \\epsilon \\tilde{g}(x_t)',
      '\\text{Hence } \\|g(x_t)\\| = \\|\\frac{\\mu(x_t - x_{t-1}) + x_t - x_{t+1}}{\\epsilon}\\| \\to 0 \\text{ as } t \\to \\infty',
    ]),
    proof('squared norms', 3, 'right', [
      eliminated,
      '\\varepsilon^2 \\|g(x_t)\\|^2 \\le 2\\mu^2\\|x_t - x_{t-1}\\|^2 + 2\\|x_{t+1} - x_t\\|^2 \\to 0',
      '\\|g(x_t)\\|^2 \\to 0',
      goal,
    ]),
    proof('as limits, in plain text', 3, 'right', [
      'eps v_{t+1} = x_t - x_{t+1}',
      'v_{t+1} -> 0',
      'g(x_t) = v_{t+1} - mu v_t',
      '\\lim_{t\\to\\infty} \\|g(x_t)\\| = 0',
    ]),
    proof('a name of the student’s own', 3, 'right', [
      'd_t = x_{t+1} - x_t',
      '\\varepsilon g(x_t) = \\mu d_{t-1} - d_t',
      '\\|d_t\\| \\to 0, \\|d_{t-1}\\| \\to 0',
      goal,
    ]),
    proof('with the lines it follows from', 3, 'right', [
      eliminated,
      { claim: bound, from: [1] },
      { claim: goal, from: [2] },
    ]),
    proof('the squeeze spelled out', 3, 'right', [`0 \\le ${bound} \\to 0`, goal]),
    proof('squares of velocities', 3, 'right', [
      '\\|g(x_t)\\|^2 \\le 2\\|v_{t+1}\\|^2 + 2\\mu^2\\|v_t\\|^2',
      goal,
    ]),
    proof('a limit that is worked out at the end', 3, 'right', [
      '\\|v_t\\| = \\frac{1}{\\varepsilon}\\|x_t - x_{t-1}\\| \\to 0',
      '\\|g(x_t)\\| = \\|v_{t+1} - \\mu v_t\\| \\le \\|v_{t+1}\\| + \\mu\\|v_t\\| \\to 0 + \\mu \\cdot 0 = 0',
    ]),
    proof('limits by algebra, in one line', 3, 'right', [
      '\\lim g(x_t) = \\lim \\frac{1}{\\varepsilon}(x_t - x_{t+1}) + \\lim \\frac{\\mu}{\\varepsilon}(x_t - x_{t-1}) = 0 + 0 = 0',
    ]),
    proof('with numbers as small as one likes', 3, 'right', [
      'Let \\delta > 0. There is T such that \\|x_{t+1} - x_t\\| < \\delta for all t \\ge T',
      `${bound} < (1 + \\mu)\\delta`,
      `Since \\delta was arbitrary, ${goal}`,
    ]),
    proof('small numbers, and nothing between', 0, 'review', [
      'Let \\delta > 0. Choose T such that \\|x_{t+1} - x_t\\| < \\delta for all t \\ge T',
      'For t > T: \\|g(x_t)\\| \\le \\frac{\\mu + 1}{\\varepsilon}\\delta',
      goal,
    ]),
    proof('the same in quantifiers', 3, 'right', [
      '\\forall \\delta > 0\\ \\exists T\\ \\forall t \\ge T: \\|x_{t+1} - x_t\\| < \\frac{\\varepsilon\\delta}{1 + \\mu}',
      '\\|g(x_t)\\| \\le \\frac{1}{\\varepsilon}(\\mu\\|x_t - x_{t-1}\\| + \\|x_{t+1} - x_t\\|) < \\delta',
      goal,
    ]),
    proof('a sign slip on the way to small numbers', 2.25, 'wrong', [
      'Let \\delta > 0',
      '\\varepsilon\\|g(x_t)\\| \\le \\mu\\|x_t - x_{t-1}\\| - \\|x_{t+1} - x_t\\| < \\delta',
      goal,
    ]),
    proof('a bound by what does not tend to zero', 0.75, 'review', [
      eliminated,
      'For every \\delta > 0: \\|x_t\\| < \\delta',
    ]),
    proof('a limit under a condition that is shown nowhere', 0, 'wrong', [
      'v_t \\to 0 \\Rightarrow g(x_t) \\to 0',
    ]),
    proof('a limit under a condition that is shown below', 3, 'right', [
      'v_t \\to 0 \\Rightarrow g(x_t) \\to 0',
      'v_t = \\frac{x_{t-1} - x_t}{\\varepsilon} \\to 0',
    ]),
    proof('the goal and more', 0, 'wrong', ['\\|g(x_t)\\| + \\|v_t\\| \\to 0', goal]),
    proof('limits on both sides', 3, 'right', [
      '0 \\le \\lim_{t\\to\\infty} \\|g(x_t)\\| \\le \\frac{\\mu}{\\varepsilon} \\lim_{t\\to\\infty} \\|x_t - x_{t-1}\\| + \\frac{1}{\\varepsilon} \\lim_{t\\to\\infty} \\|x_{t+1} - x_t\\| = 0',
    ]),
    proof('aligned, in one line', 3, 'right', [
      '\\begin{aligned} \\varepsilon g(x_t) &= \\mu(x_t - x_{t-1}) - (x_{t+1} - x_t) \\\\ \\varepsilon\\|g(x_t)\\| &\\le \\mu\\|x_t - x_{t-1}\\| + \\|x_{t+1} - x_t\\| \\\\ &\\to 0 \\end{aligned}',
    ]),
    proof('lines that go on from the one above', 3, 'right', [
      '\\|g(x_t)\\| = \\frac{1}{\\varepsilon}\\|\\mu(x_t - x_{t-1}) - (x_{t+1} - x_t)\\|',
      '\\le \\frac{\\mu}{\\varepsilon}\\|x_t - x_{t-1}\\| + \\frac{1}{\\varepsilon}\\|x_{t+1} - x_t\\|',
      '\\to 0',
      goal,
    ]),
    proof(
      'a limit set equal to what still changes',
      0,
      'wrong',
      ['\\|g(x_t)\\| = \\lim_{t\\to\\infty} \\|x_{t+1} - x_t\\|', goal],
      'A limit does not change',
    ),
    proof(
      'shown under a supposition only',
      0,
      'wrong',
      ['\\text{Suppose } x_t = 0', 'g(x_t) = 0 \\to 0'],
      'only under something supposed',
    ),
    proof('stopped half-way', 1.5, 'wrong', [eliminated], 'No line says what'),
    proof('stopped before the limit', 1.5, 'wrong', [eliminated, bound], 'No line says what'),
    proof('the goal alone', 0, 'wrong', [goal], 'earns nothing'),
    proof('the goal twice, in other words', 0, 'wrong', ['g(x_t) \\to 0', goal], 'earns nothing'),
    proof(
      'what is given, then the goal',
      0,
      'wrong',
      ['v_{t+1} = \\mu v_t + g(x_t)', 'x_{t+1} - x_t \\to 0', goal],
      'earns nothing',
    ),
    proof(
      'sign slip in the elimination',
      2.25,
      'wrong',
      ['\\varepsilon g(x_t) = \\mu(x_t - x_{t-1}) + (x_{t+1} - x_t)', bound, goal],
      'does not follow',
    ),
    proof(
      'triangle inequality the wrong way',
      2.25,
      'wrong',
      [eliminated, '\\varepsilon\\|g(x_t)\\| \\le \\mu\\|x_t-x_{t-1}\\| - \\|x_{t+1}-x_t\\|', goal],
      'With ',
    ),
    proof(
      'a limit read as an equality',
      2.25,
      'wrong',
      [eliminated, '\\|x_{t+1} - x_t\\| = 0', goal],
      'does not follow',
    ),
    proof(
      'a limit that was never given',
      2.25,
      'wrong',
      ['x_t \\to 0', bound, goal],
      'does not tend',
    ),
    proof(
      'division by what may be zero',
      2.25,
      'wrong',
      [
        eliminated,
        '\\frac{\\varepsilon\\|g(x_t)\\|}{\\|x_t - x_{t-1}\\|} \\le \\mu + \\frac{\\|x_{t+1}-x_t\\|}{\\|x_t - x_{t-1}\\|}',
        goal,
      ],
      'has no meaning',
    ),
    proof(
      'the conclusion assumed',
      1.5,
      'wrong',
      [goal, eliminated],
      'before anything that it could follow from',
    ),
    proof(
      'a circle',
      0,
      'wrong',
      [
        { claim: goal, from: [2] },
        { claim: 'g(x_t) \\to 0', from: [1] },
      ],
      'is said to follow from line 2',
    ),
    proof(
      'what follows from a slip',
      2.25,
      'wrong',
      [
        '\\varepsilon g(x_t) = \\mu(x_t - x_{t-1}) + (x_{t+1} - x_t)',
        '\\varepsilon g(x_t) = \\mu x_t - \\mu x_{t-1} + x_{t+1} - x_t',
        bound,
        goal,
      ],
      'slip of line 1',
    ),
    proof('beyond what is worked out', 2.25, 'review', [
      eliminated,
      'e^{\\|g(x_t)\\|} \\to 1',
      goal,
    ]),
    proof('not readable', 3, 'right', ['\\|x_t', eliminated, goal]),
    proof('words only', 0, 'review', ['The gradients vanish, as the steps do.'], 'in words'),
  ],
};

import type { GoldenPart } from '@/lib/kinds/contract';
import type { ProofAnswer } from '@/lib/kinds/proof/answer';
import { type ProofPart, proof } from './case';

/** The nearest neighbour where the triplet loss is zero: squared norms, max, strictness. */
const part: ProofPart = {
  symbols: {
    f_a: { latex: 'f_a', shape: ['n', 1] },
    f_p: { latex: 'f_p', shape: ['n', 1] },
    f_n: { latex: 'f_n', shape: ['n', 1] },
    alpha: { latex: '\\alpha', domain: '(0, inf)' },
    l: {
      latex: 'l',
      aliases: ['l(f_a, f_p, f_n)', '\\ell'],
      definition: 'max(\\|f_a - f_p\\|^2 - \\|f_a - f_n\\|^2 + \\alpha, 0)',
    },
  },
  hypotheses: { 'zero loss': 'l = 0' },
  words: ['positive and negative examples'],
  goal: '\\|f_a - f_p\\| < \\|f_a - f_n\\|',
  goal_points: 1,
  milestones: [
    {
      points: 1,
      claims: [
        '\\|f_a - f_p\\|^2 - \\|f_a - f_n\\|^2 + \\alpha \\le 0',
        // Under the assumption that the goal is false.
        'l \\ge \\alpha',
        'l > 0',
      ],
    },
  ],
};

const hinge = '\\|f_a - f_p\\|^2 - \\|f_a - f_n\\|^2 + \\alpha \\le 0';
const squares = '\\|f_a - f_p\\|^2 < \\|f_a - f_n\\|^2';
const goal = '\\|f_a - f_p\\| < \\|f_a - f_n\\|';

export const triplet: GoldenPart<ProofPart, ProofAnswer> = {
  part,
  points: 2,
  cases: [
    proof('one bridging line and the goal', 2, 'right', [hinge, goal]),
    proof('the sample solution', 2, 'right', [
      `l = 0 \\Rightarrow ${hinge}`,
      '\\|f_a-f_p\\|^2 \\le \\|f_a-f_n\\|^2 - \\alpha < \\|f_a-f_n\\|^2',
      goal,
    ]),
    proof('one chain, squares are enough', 2, 'right', [
      '\\|f_a-f_p\\|_2^2 \\le \\|f_a-f_n\\|_2^2 - \\alpha < \\|f_a-f_n\\|_2^2',
    ]),
    proof('a contradiction that ends without saying the goal', 2, 'right', [
      '\\text{Assume for contradiction that } \\|f_a-f_n\\| \\le \\|f_a-f_p\\|',
      '\\|f_a-f_n\\|^2 \\le \\|f_a-f_p\\|^2',
      '\\|f_a-f_p\\|^2 - \\|f_a-f_n\\|^2 + \\alpha \\ge \\alpha > 0',
      'l > 0',
      '\\text{Contradiction with } l = 0',
    ]),
    proof('the same with roles and levels', 2, 'right', [
      { claim: '\\|f_a-f_n\\| \\le \\|f_a-f_p\\|', role: 'suppose' },
      { claim: '\\|f_a-f_p\\|^2 - \\|f_a-f_n\\|^2 + \\alpha \\ge \\alpha > 0', level: 1 },
      { claim: 'l > 0', level: 1 },
      { claim: goal },
    ]),
    proof('what was supposed, at the level where it does not count', 1.5, 'wrong', [
      { claim: '\\|f_a-f_n\\| \\le \\|f_a-f_p\\|', role: 'suppose' },
      { claim: 'l \\ge \\alpha', level: 1 },
      { claim: '\\|f_a-f_n\\|^2 \\le \\|f_a-f_p\\|^2' },
      { claim: goal },
    ]),
    proof('a chain from the loss to the difference', 2, 'right', [
      '0 = l \\ge \\|f_a-f_p\\|^2 - \\|f_a-f_n\\|^2 + \\alpha > \\|f_a-f_p\\|^2 - \\|f_a-f_n\\|^2',
      `\\Rightarrow ${goal}`,
    ]),
    proof(
      'a contradiction that is only said',
      0,
      'wrong',
      [
        '\\text{Suppose } \\|f_a-f_p\\| \\ge \\|f_a-f_n\\|',
        '\\|f_a-f_p\\|^2 \\ge \\|f_a-f_n\\|^2',
        '\\text{contradiction}',
        goal,
      ],
      'earns nothing',
    ),
    proof('contraposition in one line', 2, 'right', [
      '\\text{By contraposition: let } \\|f_a-f_p\\| \\ge \\|f_a-f_n\\|. \\text{ Then } l \\ge \\alpha > 0. \\text{ So } l \\neq 0.',
    ]),
    proof('contraposition with signs', 2, 'right', [
      `\\neg(${goal}) \\Rightarrow l \\ge \\alpha > 0 \\Rightarrow l \\ne 0`,
    ]),
    proof(
      'a special case of the opposite',
      0.5,
      'wrong',
      ['\\text{Suppose } f_a = f_n', 'l \\ge \\alpha > 0, \\text{ contradiction}', goal],
      'special case only',
    ),
    proof('a supposition that cannot be by itself', 0, 'wrong', [
      '\\text{Suppose } \\alpha \\le 0',
      'l \\ge \\alpha',
      goal,
    ]),
    proof('given, with another sign', 0, 'wrong', [
      '\\max(\\|f_a-f_p\\|^2 - \\|f_a-f_n\\|^2 + \\alpha, 0) \\le 0',
      goal,
    ]),
    proof('strict where it is not', 1.5, 'wrong', [
      '\\|f_a-f_p\\|^2 < \\|f_a-f_n\\|^2 - \\alpha < \\|f_a-f_n\\|^2',
      goal,
    ]),
    proof('squares forgotten', 1.5, 'wrong', ['\\|f_a-f_p\\| + \\alpha \\le \\|f_a-f_n\\|', goal]),
    proof(
      'the wrong direction, from which the goal does not follow',
      0.5,
      'wrong',
      ['\\|f_a-f_p\\|^2 - \\|f_a-f_n\\|^2 + \\alpha \\ge 0', goal],
      'does not follow from line 1',
    ),
    proof(
      'a denial in words that are not understood',
      1,
      'review',
      [hinge, `\\text{it is hopeless to claim that } ${goal}`],
      'a person looks for it',
    ),
    proof('the goal squared, then the goal', 0, 'wrong', [squares, goal], 'earns nothing'),
    proof('turned around', 2, 'right', [
      '0 \\ge \\|f_p-f_a\\|^2 - \\|f_n-f_a\\|^2 + \\alpha',
      '\\|f_n-f_a\\| > \\|f_p-f_a\\|',
    ]),
    proof('with inner products', 2, 'right', [
      '(f_a-f_p)^T(f_a-f_p) + \\alpha \\le (f_a-f_n)^T(f_a-f_n)',
      goal,
    ]),
    proof('multiplied out', 2, 'right', [
      '\\|f_p\\|^2 - 2 f_a^T f_p + \\alpha \\le \\|f_n\\|^2 - 2 f_a^T f_n',
      goal,
    ]),
    proof('through roots', 2, 'right', [
      '\\|f_a-f_p\\| \\le \\sqrt{\\|f_a-f_n\\|^2 - \\alpha} < \\|f_a-f_n\\|',
    ]),
    proof('by contradiction', 2, 'right', [
      '\\text{Suppose } \\|f_a-f_n\\| \\le \\|f_a-f_p\\|.',
      '0 < \\alpha \\le \\|f_a-f_n\\|^2 - \\|f_a-f_p\\|^2 \\le 0',
      `\\text{a contradiction, so } ${goal}`,
    ]),
    proof('by contraposition', 2, 'right', [
      'suppose \\|f_a-f_p\\| \\ge \\|f_a-f_n\\|',
      'l \\ge \\alpha > 0',
      '\\text{but } l = 0, \\text{ contradiction}',
      `hence ${goal}`,
    ]),
    proof('a condition, and what it gives', 2, 'right', [
      'if \\|f_a-f_n\\| \\le \\|f_a-f_p\\| then l \\ge \\alpha > 0',
      `\\text{but } l = 0, \\text{ so } ${goal}`,
    ]),
    proof('supposed and led to a contradiction in one line', 2, 'right', [
      '\\text{Suppose } \\|f_a-f_n\\| \\le \\|f_a-f_p\\|, \\text{ then } l \\ge \\alpha, \\text{ a contradiction}',
      goal,
    ]),
    proof('by contradiction, over names', 2, 'right', [
      '\\text{let } u = f_a - f_p, v = f_a - f_n',
      '\\text{Suppose } \\|u\\| \\ge \\|v\\|',
      '\\text{then } l \\ge \\alpha > 0, \\text{ a contradiction}',
      '\\|u\\| < \\|v\\|',
    ]),
    proof('a condition over names', 2, 'right', [
      'd_p = \\|f_a - f_p\\|, d_n = \\|f_a - f_n\\|',
      '\\text{if } d_p \\ge d_n \\text{ then } l \\ge \\alpha > 0',
      'd_p < d_n',
    ]),
    proof('differences named, three in a line', 2, 'right', [
      '\\text{let } u = f_a - f_p, v = f_a - f_n, d = \\|u\\|^2 - \\|v\\|^2',
      'd \\le -\\alpha < 0',
      '\\|u\\| < \\|v\\|',
    ]),
    proof(
      'a false line after a contradiction',
      1.5,
      'wrong',
      [
        '\\text{Suppose } \\|f_a-f_n\\| \\le \\|f_a-f_p\\|.',
        '0 < \\alpha \\le \\|f_a-f_n\\|^2 - \\|f_a-f_p\\|^2 \\le 0',
        '\\alpha = 5',
        goal,
      ],
      'does not follow',
    ),
    proof('supposed, not shown', 0, 'wrong', [
      '\\text{Suppose } f_a = f_p, \\text{ so } \\|f_a - f_p\\| = 0',
      goal,
    ]),
    proof('with words around', 2, 'right', [
      `Since l = 0 we have ${hinge}`,
      `Therefore ${squares} for all positive and negative examples`,
      `and so ${goal}`,
      'The nearest neighbour of the query is a positive match.',
    ]),
    proof('for every triplet, in quantifiers', 2, 'right', [
      `\\forall p, n: ${hinge}`,
      `${goal} \\quad \\forall p, n`,
    ]),
    proof('distances with names', 2, 'right', [
      'd_p = \\|f_a - f_p\\|',
      'd_n = \\|f_a - f_n\\|',
      'd_p^2 - d_n^2 + \\alpha \\le 0',
      'd_p < d_n',
    ]),
    proof('the goal alone', 0, 'wrong', [goal], 'earns nothing'),
    proof('what is given, then the goal', 0, 'wrong', ['l = 0', goal], 'earns nothing'),
    proof('the bridge alone', 1, 'wrong', [hinge], 'No line says what'),
    proof(
      'max(u, 0) = 0 read as u = 0',
      1.5,
      'wrong',
      ['\\|f_a - f_p\\|^2 - \\|f_a - f_n\\|^2 + \\alpha = 0', squares, goal],
      'With ',
    ),
    proof(
      'not strict where strict is claimed',
      1,
      'wrong',
      [hinge, '\\|f_a - f_p\\| \\le \\|f_a - f_n\\|'],
      '$\\le$ where $<$ is asked',
    ),
    proof(
      'greater for less',
      0.5,
      'wrong',
      [hinge, '\\|f_a - f_p\\| > \\|f_a - f_n\\|'],
      'does not follow',
    ),
    proof(
      'the sign of the margin',
      1.5,
      'wrong',
      ['\\|f_a - f_p\\|^2 \\le \\|f_a - f_n\\|^2 - 2\\alpha', squares, goal],
      'everything known here holds',
    ),
    proof(
      'norms for squares',
      1.5,
      'wrong',
      ['\\|f_a - f_p\\| - \\|f_a - f_n\\| + \\alpha \\le 0', hinge, goal],
      'does not follow',
    ),
    proof('what was never given', 1.5, 'wrong', ['\\alpha \\ge 1', hinge, goal], '\\alpha'),
    proof(
      'division by what may be zero',
      1.5,
      'wrong',
      [hinge, '\\frac{\\|f_a - f_p\\|^2}{\\|f_a - f_p\\|} < \\|f_a - f_n\\|', goal],
      'has no meaning',
    ),
    proof('concluded by contradiction, in one line', 2, 'right', [
      hinge,
      `\\text{by contradiction: } ${goal}`,
    ]),
    proof('supposed by contradiction', 2, 'right', [
      '\\text{by contradiction: } \\|f_a - f_p\\| \\ge \\|f_a - f_n\\|',
      '\\|f_a - f_p\\|^2 - \\|f_a - f_n\\|^2 + \\alpha \\ge \\alpha > 0',
      goal,
    ]),
    proof(
      'what is given, defined anew',
      0,
      'wrong',
      [
        '\\text{define } \\alpha = \\|f_a - f_n\\|^2 - \\|f_a - f_p\\|^2',
        '\\alpha > 0',
        '\\|f_a - f_p\\|^2 < \\|f_a - f_n\\|^2',
        goal,
      ],
      'does not follow',
    ),
    proof('a true line of no use', 0, 'wrong', ['\\|f_a - f_p\\| \\ge 0', goal], 'earns nothing'),
    proof(
      'weaker than the author foresaw',
      0,
      'review',
      ['\\|f_a - f_p\\|^2 - \\|f_a - f_n\\|^2 \\le 0', goal],
      'did not foresee',
    ),
  ],
};

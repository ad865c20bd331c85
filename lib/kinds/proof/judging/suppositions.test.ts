import { describe, expect, it } from 'vitest';
import { momentum } from '@/lib/kinds/proof/golden/momentum';
import { triplet } from '@/lib/kinds/proof/golden/triplet';
import { gradedLines } from '@/lib/kinds/proof/testing';

const A = '\\|f_a - f_p\\|';
const B = '\\|f_a - f_n\\|';
const hinge = `${A}^2 - ${B}^2 + \\alpha \\le 0`;
const eliminated = '\\varepsilon g(x_t) = \\mu(x_t - x_{t-1}) - (x_{t+1} - x_t)';
const goal = '\\|g(x_t)\\| \\to 0';

/** Lines with what becomes of each: + right, - not right, ? for a person, . not judged; and the points. */
type Row = [name: string, lines: [mark: string, line: string][], points: number];

describe('what a proof may not build on', () => {
  it.each<Row>([
    [
      'a chain that ended in a contradiction',
      [
        ['.', `\\text{Suppose } ${B} \\le ${A}`],
        ['+', `0 < \\alpha \\le ${B}^2 - ${A}^2 \\le 0`],
        ['+', `${A} < ${B}`],
        ['-', '\\|f_p\\| = 3'],
        ['-', 'f_a = 0'],
      ],
      1,
    ],
    [
      'a chain that repeats the supposition and ends in a contradiction',
      [
        ['.', `\\text{Suppose } ${A} \\ge ${B}`],
        ['+', `${B} \\le ${A} < ${B}`],
        ['-', '\\alpha = 5'],
        ['+', hinge],
        ['+', `${A} < ${B}`],
      ],
      1.5,
    ],
    [
      'the goal where it was not asked for only',
      [
        ['+', hinge],
        ['+', `\\forall \\alpha \\ge 1: ${A} < ${B}`],
      ],
      1,
    ],
    [
      'that the goal is not true',
      [
        ['+', hinge],
        ['-', `\\neg(${A} < ${B})`],
      ],
      0.5,
    ],
    [
      'what remains to be shown',
      [
        ['+', hinge],
        ['.', `\\text{It remains to show } ${A} < ${B}`],
      ],
      1,
    ],
    [
      'an implication whose first part is a slip',
      [
        ['-', `${A}^2 - ${B}^2 + \\alpha = 0 \\Rightarrow ${A} < ${B}`],
        ['+', hinge],
        ['+', `${A} < ${B}`],
      ],
      1.5,
    ],
    [
      'a supposition that was discharged',
      [
        ['.', `\\text{Suppose } ${A} \\ge ${B}`],
        ['+', 'l \\ge \\alpha'],
        ['+', `${A} < ${B}`],
        ['-', `${A}^2 \\ge ${B}^2`],
      ],
      1.5,
    ],
    [
      'a supposition that contradicts itself',
      [
        ['.', '\\text{Suppose } \\alpha \\le 0'],
        ['+', `${A} \\ge ${B}`],
      ],
      0,
    ],
    [
      'a contradiction alone',
      [
        ['.', `\\text{Suppose } ${A} \\ge ${B}`],
        ['+', '0 = 1'],
        ['+', `${A} < ${B}`],
      ],
      0,
    ],
    [
      'the milestone supposed',
      [
        ['.', '\\text{Suppose } l \\ge \\alpha'],
        ['+', 'l \\ge \\alpha'],
        ['+', `${A} < ${B}`],
      ],
      0,
    ],
    [
      'another supposition under which the milestone holds',
      [
        ['.', '\\text{Suppose } \\alpha = 0'],
        ['+', 'l \\ge \\alpha'],
        ['+', `${A} < ${B}`],
      ],
      0,
    ],
    [
      'the goal supposed',
      [
        ['.', `\\text{Suppose } ${A} < ${B}`],
        ['+', `${A}^2 < ${B}^2`],
        ['+', `${A} < ${B}`],
      ],
      0,
    ],
    [
      'the goal first, and what it gives',
      [
        ['+', `${A} < ${B}`],
        ['+', `${A}^2 < ${B}^2`],
        ['+', `${A} < ${B}`],
      ],
      0,
    ],
    [
      'the goal in other words',
      [
        ['.', `d_1 = ${A}`],
        ['.', `d_2 = ${B}`],
        ['+', 'd_1 < d_2'],
        ['+', `\\sqrt{${A}^2} < \\sqrt{${B}^2}`],
        ['+', `${A} < ${B}`],
      ],
      0,
    ],
    [
      'a hypothesis never given',
      [
        ['-', '\\text{Assume } \\alpha \\ge 1'],
        ['+', hinge],
        ['+', `${A} < ${B}`],
      ],
      1.5,
    ],
    [
      'a name for a root of what is negative',
      [
        ['-', `c_1 = \\sqrt{${A}^2 - ${B}^2}`],
        ['-', 'c_1^2 \\ge 0'],
        ['-', `${A} \\ge ${B}`],
        ['+', hinge],
        ['+', `${A} < ${B}`],
      ],
      1,
    ],
    [
      'a name for a quotient by zero',
      [
        ['-', 'c_1 = \\frac{1}{0}'],
        ['+', hinge],
        ['+', `${A} < ${B}`],
      ],
      1.5,
    ],
    [
      'a name for what it does not work with',
      [
        ['.', 'c_1 = \\sin\\alpha'],
        ['?', 'c_1 < 2'],
        ['+', hinge],
        ['+', `${A} < ${B}`],
      ],
      1.5,
    ],
  ])('%s', async (_, lines, points) => {
    const graded = await gradedLines(
      triplet,
      lines.map(([, line]) => line),
    );
    expect(graded).toEqual({ marks: lines.map(([mark]) => mark).join(''), points });
  });

  it.each<Row>([
    [
      'a limit that was never given, under assume',
      [
        ['-', '\\text{Assume } x_t \\to 0'],
        ['+', eliminated],
        ['+', goal],
      ],
      2.25,
    ],
    [
      'a case of one moment for all moments',
      [
        ['-', '\\text{If } x_{t+1} = x_t \\text{ then } g(x_t) = 0'],
        ['+', eliminated],
        ['+', goal],
      ],
      2.25,
    ],
    [
      'a limit that equals a term',
      [
        ['-', '\\lim_{t\\to\\infty} \\|x_{t+1} - x_t\\| = \\|x_t - x_{t-1}\\|'],
        ['+', eliminated],
        ['+', goal],
      ],
      2.25,
    ],
  ])('%s', async (_, lines, points) => {
    const graded = await gradedLines(
      momentum,
      lines.map(([, line]) => line),
    );
    expect(graded).toEqual({ marks: lines.map(([mark]) => mark).join(''), points });
  });
});

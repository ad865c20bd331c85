import { describe, expect, it } from 'vitest';
import { momentum } from '@/lib/kinds/proof/golden/momentum';
import { contraction } from '@/lib/kinds/proof/golden/optimization';
import { triplet } from '@/lib/kinds/proof/golden/triplet';
import { gradedLines } from '@/lib/kinds/proof/testing';

const A = '\\|f_a - f_p\\|';
const B = '\\|f_a - f_n\\|';
const hinge = `${A}^2 - ${B}^2 + \\alpha \\le 0`;
const goal = '\\|g(x_t)\\| \\to 0';

/** Lines with what becomes of each: + right, - not right, ? for a person, . not judged; and the points. */
type Row = [name: string, lines: [mark: string, line: string][], points: number];

describe('what a proof may build on', () => {
  it.each<Row>([
    [
      'a condition, for the line below too',
      [
        ['+', `if ${A} \\ge ${B} then ${A}^2 - ${B}^2 + \\alpha \\ge \\alpha > 0`],
        ['+', '\\text{and so } l > 0'],
        ['+', `${A} < ${B}`],
      ],
      2,
    ],
    [
      'what is known, in the middle of a proof by contradiction',
      [
        ['.', `\\text{Suppose } ${A} \\ge ${B}`],
        ['+', `\\alpha \\le ${B}^2 - ${A}^2`],
        ['+', `${B}^2 - ${A}^2 \\le 0`],
        ['+', '\\alpha \\le 0'],
        ['+', `\\text{which contradicts } \\alpha > 0, \\text{ so } ${A} < ${B}`],
      ],
      2,
    ],
    [
      'a condition in a line of its own',
      [
        ['.', `\\text{If } ${A} \\ge ${B} \\text{ then}`],
        ['+', 'l \\ge \\alpha > 0'],
        ['+', '\\text{contradiction to } l = 0'],
        ['+', `\\text{Therefore } ${A} < ${B}`],
      ],
      2,
    ],
    [
      'an implication whose first part cannot be',
      [
        ['+', `${A} \\ge ${B} \\Rightarrow l \\ge \\alpha > 0`],
        ['+', `\\text{As } l = 0: ${A} < ${B}`],
      ],
      2,
    ],
    [
      'that the opposite is not true',
      [
        ['+', hinge],
        ['+', `\\text{so } \\neg(${A} \\ge ${B})`],
      ],
      2,
    ],
    [
      'a condition, which excuses nothing',
      [
        ['+', `if ${A} \\ge ${B} then ${A}^2 - ${B}^2 + \\alpha \\ge \\alpha > 0`],
        ['-', '\\alpha = 5'],
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

  it('two things that differ', async () => {
    const lines = ['\\text{Suppose } x_t \\ne x^*', '\\|x_{t+1} - x^*\\| < \\|x_t - x^*\\|'];
    expect((await gradedLines(contraction, lines)).marks).toBe('.+');
  });

  it('names for an element that comes later', async () => {
    const lines = [
      'd_{t+1} = x_{t+1} - x_t',
      '\\varepsilon g(x_t) = \\mu d_t - d_{t+1}',
      'd_{t+1} \\to 0, d_t \\to 0',
      goal,
    ];
    expect(await gradedLines(momentum, lines)).toEqual({ marks: '.+++', points: 3 });
  });

  it('contractions over two steps', async () => {
    const lines = ['\\|x_{t+2} - x^*\\| \\le q^2\\|x_t - x^*\\|', 'x_t \\to x^*'];
    expect(await gradedLines(contraction, lines)).toEqual({ marks: '++', points: 2 });
  });

  it('bounds that the author did not list, from which the given limits yield the goal', async () => {
    const bound =
      '\\varepsilon\\|g(x_t)\\| \\le (2 + \\mu)(\\|x_t - x_{t-1}\\| + \\|x_{t+1} - x_t\\|)';
    expect(await gradedLines(momentum, [bound, goal])).toEqual({ marks: '++', points: 3 });
  });
});

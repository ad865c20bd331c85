import type { z } from 'zod';
import type { GoldenCase, GoldenPart } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import type { authoredFormula } from './authoring';

/** Golden answers for what an author may ask of a field besides its value. */

type Part = GoldenPart<z.input<typeof authoredFormula>, FieldsAnswer>;

function answer(
  text: string,
  points: number,
  verdict: 'right' | 'wrong' | 'review',
  says?: string,
): GoldenCase<FieldsAnswer> {
  return { name: text, answer: { fields: { y: text } }, points, verdict, ...(says && { says }) };
}

const x = { x: { latex: 'x' } };

const expanded: Part = {
  part: {
    symbols: x,
    fields: { y: { label: 'y', reference: '(x+1)^2', forms: [{ form: 'expanded', credit: 0.5 }] } },
  },
  points: 2,
  cases: [
    answer('x^2 + 2x + 1', 2, 'right', 'and it is'),
    answer('1 + x(2)  + x*x', 2, 'right'),
    answer('(x+1)^2', 1, 'wrong', 'worked out'),
    answer('x(x+2) + 1', 1, 'wrong', 'x\\left(x+2\\right)'),
    answer('e^{2\\ln|x+1|}', 1, 'wrong', 'worked out'),
    answer('x^2 + 1', 0, 'wrong', 'once its value is right'),
  ],
};

const factored: Part = {
  part: {
    symbols: x,
    fields: {
      y: {
        label: 'y',
        reference: '2 (x-1)(x+1)^2',
        forms: [{ form: 'factored', credit: 0.5 }],
      },
    },
  },
  points: 2,
  cases: [
    answer('2(x+1)^2(x-1)', 2, 'right'),
    answer('(x+1)(2x+2)(x-1)', 2, 'right'),
    answer('-2(1-x)(1+x)(x+1)', 2, 'right'),
    answer('2(x^2-1)(x+1)', 1, 'wrong', 'further'),
    answer('2(x-1)(x+1)\\frac{(x+1)^2}{x+1}', 1, 'wrong', 'further'),
    answer('2x^3+2x^2-2x-2', 1, 'wrong', 'further'),
  ],
};

const fraction: Part = {
  part: {
    symbols: x,
    fields: {
      y: {
        label: 'y',
        reference: '\\frac{2x}{x^2-1}',
        forms: [{ form: 'single_fraction', credit: 0.25 }],
      },
    },
  },
  points: 2,
  cases: [
    answer('2x/(x^2-1)', 2, 'right'),
    answer('-\\frac{2x}{1-x^2}', 2, 'right'),
    answer('1/(x+1) + 1/(x-1)', 1.5, 'wrong', 'quotient of its own'),
    answer('2x (x^2-1)^{-1}', 1.5, 'wrong'),
  ],
};

const symbolsOnly: Part = {
  part: {
    symbols: {
      x: { latex: 'x' },
      s: { latex: '\\sigma', definition: '1/(1+e^{-x})' },
    },
    fields: {
      y: {
        label: "\\sigma'",
        reference: 's(1-s)',
        forms: [{ form: 'only_symbols', symbols: ['s'], credit: 0.5 }],
      },
    },
  },
  points: 1,
  cases: [
    answer('\\sigma - \\sigma^2', 1, 'right'),
    answer('e^{-x}/(1+e^{-x})^2', 0.5, 'wrong', 'should not stay'),
  ],
};

const noIntegral: Part = {
  part: {
    symbols: x,
    fields: {
      y: { label: 'y', reference: 'x^2/2', forms: [{ form: 'no_integral', credit: 0.5 }] },
    },
  },
  points: 1,
  cases: [answer('x^2/2', 1, 'right'), answer('[t^2/2]_{t=0}^{t=x}', 0.5, 'wrong', 'worked out')],
};

const tolerant: Part = {
  part: {
    symbols: x,
    fields: { y: { label: 'y', reference: '1/3', tolerance: { relative: 0.01 } } },
  },
  points: 1,
  cases: [
    answer('0.333', 1, 'right'),
    answer('1/3', 1, 'right'),
    answer('0.33', 1, 'right'),
    answer('0.34', 0, 'wrong'),
    answer('x', 0, 'wrong'),
  ],
};

const figures: Part = {
  part: {
    symbols: {},
    fields: {
      y: {
        label: 'y',
        reference: '\\pi',
        forms: [{ form: 'significant_figures', figures: 3, credit: 0.5 }],
      },
    },
  },
  points: 1,
  cases: [
    answer('3.14', 1, 'right'),
    answer('3.1416', 0.5, 'wrong', 'it has 5'),
    answer('3.1', 0, 'wrong'),
    answer('\\pi', 0.5, 'wrong', 'a number is expected'),
    answer('0.314 \\cdot 10', 1, 'right'),
  ],
};

const units: Part = {
  part: {
    symbols: {},
    units: ['m', 'km', 's', 'h', 'min'],
    fields: { y: { label: 'v', reference: '36 km/h', tolerance: { relative: 0.01 } } },
  },
  points: 1,
  cases: [
    answer('10 m/s', 1, 'right'),
    answer('36 \\frac{\\mathrm{km}}{\\mathrm{h}}', 1, 'right'),
    answer('0.6 km/min', 1, 'right'),
    answer('10 m s^{-1}', 1, 'right'),
    answer('10', 0, 'wrong', 'unit is missing'),
    answer('10 m', 0, 'wrong', '\\mathrm{m}$'),
    answer('36 m/s', 0, 'wrong'),
    answer('10 m + 3 s', 0, 'wrong', 'different units'),
  ],
};

const decimalComma: Part = {
  part: {
    symbols: x,
    decimal_comma: true,
    fields: { y: { label: 'y', reference: '1,5 x' } },
  },
  points: 1,
  cases: [
    answer('3/2 x', 1, 'right'),
    answer('1,5x', 1, 'right'),
    answer('\\max(1,5x; 1,5x)', 1, 'right'),
    answer('15x', 0, 'wrong'),
  ],
};

const elementwise: Part = {
  part: {
    symbols: { v: { latex: 'v', shape: ['n', 1] }, u: { latex: 'u', shape: ['n', 1] } },
    elementwise: true,
    fields: { y: { label: 'y', reference: 'u \\odot \\exp(v)' } },
  },
  points: 1,
  cases: [
    answer('\\operatorname{diag}(u) \\exp(v)', 1, 'right'),
    answer('e^{v} \\odot u', 0, 'wrong', 'scalar'),
    answer('u \\odot v', 0, 'wrong'),
  ],
};

const fieldToField: Part = {
  part: {
    symbols: { x: { latex: 'x' }, d: { latex: 'd', definition: '2x' } },
    fields: {
      d: { label: 'd', reference: '2x', points: 1 },
      y: { label: 'y', reference: 'd^2', points: 1 },
    },
    follow_on: { credit: 0.5, symbols: { d: { field: 'd' } } },
  },
  points: 2,
  cases: [
    {
      name: 'right twice',
      answer: { fields: { d: '2x', y: '4x^2' } },
      points: 2,
      verdict: 'right',
    },
    {
      name: 'right given the field before',
      answer: { fields: { d: '3x', y: '9x^2' } },
      points: 0.5,
      verdict: 'wrong',
      says: 'right given your earlier answer',
    },
    {
      name: 'right although the field before is not',
      answer: { fields: { d: '3x', y: 'd^2' } },
      points: 1,
      verdict: 'wrong',
    },
    {
      name: 'neither',
      answer: { fields: { d: '3x', y: '6x^2' } },
      points: 0,
      verdict: 'wrong',
    },
  ],
};

export const optionParts: readonly Part[] = [
  expanded,
  factored,
  fraction,
  symbolsOnly,
  noIntegral,
  tolerant,
  figures,
  units,
  decimalComma,
  elementwise,
  fieldToField,
];

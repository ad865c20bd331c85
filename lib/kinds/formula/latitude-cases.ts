import type { z } from 'zod';
import type { GoldenCase, GoldenPart } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import type { authoredFormula } from './authoring';

/** Golden answers for what an author lets an answer differ in, and how far it has to be worked out. */

type Part = GoldenPart<z.input<typeof authoredFormula>, FieldsAnswer>;

function answer(
  text: string,
  points: number,
  verdict: 'right' | 'wrong' | 'review',
  says?: string,
): GoldenCase<FieldsAnswer> {
  return { name: text, answer: { fields: { y: text } }, points, verdict, ...(says && { says }) };
}

type UpTo = z.input<typeof authoredFormula>['fields'][string]['up_to'];

/** A part whose answer may differ from its reference in something. */
const upTo = (option: UpTo, reference: string, cases: Part['cases']): Part => ({
  part: {
    symbols: { x: { latex: 'x' }, a: { latex: 'a' } },
    fields: { y: { label: 'y', reference, ...(option && { up_to: option }) } },
  },
  points: 1,
  cases,
});

const upToConstant = upTo('constant', 'x^2/2', [
  answer('x^2/2 + 5', 1, 'right'),
  answer('x^2/2 + C', 1, 'right'),
  answer('\\frac{x^2}{2} - 3c', 1, 'right'),
  answer('x^2/2 + \\text{const}', 1, 'right'),
  answer('x^2/2 + a', 0, 'wrong'),
  answer('x^2/2 + Cx', 0, 'wrong'),
  answer('x^2 + C', 0, 'wrong'),
]);

const upToConstantInX = upTo({ constant: 'x' }, 'a x', [
  answer('a x + a^2', 1, 'right'),
  answer('a x + \\ln C', 1, 'right'),
  answer('a x + x/a', 0, 'wrong'),
]);

const upToSign = upTo('sign', 'x - a', [
  answer('a - x', 1, 'right'),
  answer('x - a', 1, 'right'),
  answer('x + a', 0, 'wrong'),
]);

const upToScale = upTo('scale', '[1, 2, x]', [
  answer('[2, 4, 2x]', 1, 'right'),
  answer('-[1, 2, x]/3', 1, 'right'),
  answer('[x, 2x, x^2]', 0, 'wrong'),
  answer('[0, 0, 0]', 0, 'wrong'),
  answer('[1, 2, -x]', 0, 'wrong'),
]);

const severalReferences: Part = {
  part: {
    symbols: { x: { latex: 'x' } },
    fields: { y: { label: 'y', reference: 'x^2', references: ['x^2 + 1'] } },
  },
  points: 1,
  cases: [
    answer('x \\cdot x', 1, 'right'),
    answer('1 + x^2', 1, 'right'),
    answer('x^2 + 2', 0, 'wrong'),
  ],
};

const workedOut: Part = {
  part: {
    symbols: { x: { latex: 'x', domain: '(0, inf)' } },
    fields: { y: { label: 'y', reference: 'cos x' } },
  },
  points: 1,
  cases: [
    answer('\\frac{d}{dx} \\sin x', 0, 'wrong', 'not worked out'),
    answer('1 - \\int_0^x \\sin t\\,dt', 0, 'wrong', 'not worked out'),
    answer('\\frac{d}{dx}\\sin x = \\cos x', 1, 'right'),
    answer('\\sin x = \\cos x', 0, 'wrong', 'does not hold'),
    answer('\\cos x, \\sin x', 0, 'wrong', 'One answer'),
    answer('\\cos x \\text{ is wrong}', 0, 'review', 'may matter'),
  ],
};

const leftStanding: Part = {
  part: {
    symbols: { x: { latex: 'x' } },
    fields: { y: { label: 'y', reference: 'cos x', unevaluated: true } },
  },
  points: 1,
  cases: [answer('\\frac{d}{dx} \\sin x', 1, 'right')],
};

const choose: Part = {
  part: {
    symbols: { n: { latex: 'n', domain: '1..30' }, k: { latex: 'k', domain: '0..n' } },
    fields: { y: { label: 'y', reference: '\\binom nk' } },
  },
  points: 1,
  cases: [
    answer('\\frac{n!}{k!(n-k)!}', 1, 'right'),
    answer('\\binom{n-1}{k-1} + \\binom{n-1}{k}', 1, 'right'),
    answer('\\frac{n!}{(n-k)!}', 0, 'wrong'),
  ],
};

export const latitudeParts: readonly Part[] = [
  upToConstant,
  upToConstantInX,
  upToSign,
  upToScale,
  severalReferences,
  workedOut,
  leftStanding,
  choose,
];

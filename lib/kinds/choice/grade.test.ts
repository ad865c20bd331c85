import { expect, it } from 'vitest';
import { grade } from './grade';

const spec = {
  options: [
    { id: 'a', text: 'Batch normalisation' },
    { id: 'b', text: 'Dropout' },
    { id: 'c', text: 'Momentum' },
    { id: 'd', text: 'Weight decay' },
  ],
  multiple: true,
  shuffle: false,
};

function checksOf(selected: string[] | undefined) {
  const answer = selected === undefined ? {} : { selected };
  return grade({ spec, key: { right: ['a', 'b'] }, answer, points: 2, seed: 's', earlier: {} });
}

it('gives all points for all right options, with praise and no witness', () => {
  expect(checksOf(['b', 'a'])).toEqual([
    {
      name: 'choice',
      verdict: 'right',
      score: 2,
      points: 2,
      message: expect.stringContaining('is right'),
      evidence: expect.stringMatching(/\w/),
    },
  ]);
});

it('gives nothing for half of them, and says which is missing, by its text', () => {
  const [check] = checksOf(['a']);
  expect(check).toMatchObject({ verdict: 'wrong', score: 0, points: 2 });
  expect(check?.witness).toEqual({
    summary: 'Right and not picked: Dropout.',
    data: { surplus: [], missing: ['b'] },
  });
});

it('says which options are too many, in the order in which they were picked', () => {
  const [check] = checksOf(['d', 'a', 'c', 'b']);
  expect(check?.witness).toEqual({
    summary: 'Not right: Weight decay; Momentum.',
    data: { surplus: ['d', 'c'], missing: [] },
  });
});

it('names what is too many before what is missing, to students and staff', () => {
  const [check] = checksOf(['a', 'c']);
  expect(check?.message).toMatch(/not the right one.* Not right: Momentum\. Right .*: Dropout\.$/);
  expect(check?.evidence).toBe('Picked a, c; right is a, b.');
});

it('takes an answer without a choice for one in which nothing was picked', () => {
  const [check] = checksOf(undefined);
  expect(check?.witness?.data).toEqual({ surplus: [], missing: ['a', 'b'] });
});

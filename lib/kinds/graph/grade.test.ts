import { expect, it } from 'vitest';
import { goldenOf, json } from '@/lib/testing/golden';

async function checkOf(edges: readonly (readonly [string, string])[]) {
  const [part] = goldenOf('graph');
  const grade = await part?.grade(json({ edges }));
  if (!grade?.ok) throw new Error('the golden part can be graded');
  const [check] = grade.value.checks;
  return check;
}

it('has no witness and nothing but praise where every arrow is right', async () => {
  const check = await checkOf([
    ['x', 'f'],
    ['w', 'f'],
    ['f', 'L'],
  ]);
  expect(check?.witness).toBeUndefined();
  expect(check?.message).toBe('The graph is right: every arrow and nothing else.');
  expect(check?.evidence).toBe('3 right, 0 reversed, 0 missing, 0 superfluous of 3.');
});

it('names what is reversed, missing and too many, in words and in data', async () => {
  const check = await checkOf([
    ['x', 'f'],
    ['L', 'f'],
    ['y', 'f'],
  ]);
  expect(check?.evidence).toBe('1 right, 1 reversed, 1 missing, 1 superfluous of 3.');
  expect(check?.message).toContain('1 of 3 arrows are right. Pointing the wrong way');
  expect(check?.witness?.data).toEqual({
    missing: [['w', 'f']],
    reversed: [['f', 'L']],
    extra: [['y', 'f']],
    // The arrow is counted already.
    extraNodes: [],
  });
  expect(check?.message).toContain('1 of 3 arrows are right.');
  expect(check?.witness?.summary).toContain('Missing');
});

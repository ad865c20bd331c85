import { describe, expect, it } from 'vitest';
import type { Check, JsonValue } from '@/lib/exam/check';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { authoring } from './authoring';
import { gradeWith } from './grade';

type Authored = Parameters<typeof authoring.authored.parse>[0];

/** The checks of answers to the fields of a part, by name. */
function checksOf(
  part: Authored,
  fields: Record<string, string>,
  earlier: Record<string, JsonValue> = {},
): Record<string, Check> {
  const { spec, key } = authoring.split(authoring.authored.parse(part));
  const checks = gradeWith(null, { spec, key, answer: { fields }, points: 2, seed: 's', earlier });
  return Object.fromEntries(checks.map((check) => [check.name, check]));
}

const x = { x: { latex: 'x' } };
const quadratic = {
  symbols: x,
  fields: { y: { label: 'y', reference: 'x^2 + 1' } },
  misconceptions: [
    { field: 'y', expression: 'x^2 - 1', message: 'The sign is lost.', credit: 0.25 },
  ],
};
const yOf = (part: Authored, y: string) => checksOf(part, { y }).y;

describe('a field', () => {
  it('that is right has all of its points and no witness', () => {
    const check = yOf(quadratic, '1 + x x');
    expect(check).toEqual({
      name: 'y',
      verdict: 'right',
      score: 2,
      points: 2,
      message: '$y$ is right.',
      evidence: expect.stringContaining('every sample'),
    });
  });

  it('of blanks is empty', () => {
    const check = yOf(quadratic, '  ');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0, evidence: 'Nothing was answered.' });
    expect(check?.message).toBe('$y$ was left empty.');
    expect(check).not.toHaveProperty('witness');
  });

  it('that is wrong shows both values at a point, and how they differ', () => {
    const check = yOf(quadratic, 'x^2 + 4');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.message).toMatch(/^\$y\$ is not equal to the expected result\. .*constant \$3\$/);
    expect(check?.witness).toEqual({
      summary: 'At $x = 2$: yours is $8$, expected $5$.',
      data: { at: [{ latex: 'x', value: '2' }], reference: '5', answer: '8' },
    });
    expect(check?.evidence).toContain(check?.witness?.summary);
  });

  it('that is wrong in no simple way is told so without a reason', () => {
    expect(yOf(quadratic, '\\sin x')?.message).toMatch(/the expected result\.$/);
  });

  it('with the author’s misconception earns its credit, with the values', () => {
    const check = yOf(quadratic, 'x^2 - 1');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0.5 });
    expect(check?.message).toBe('$y$: The sign is lost.');
    expect(check?.evidence).toContain('misconception “The sign is lost.”');
    expect(check?.witness?.summary).toBe('At $x = 2$: yours is $3$, expected $5$.');
  });

  it('has no misconception of another field', () => {
    const part = {
      ...quadratic,
      fields: { ...quadratic.fields, z: { label: 'z', reference: 'x' } },
    };
    const { z } = checksOf(part, { z: 'x^2 - 1' });
    expect(z).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(z?.message).not.toContain('sign is lost');
  });

  it('that the machine cannot judge is left to a person, without points or a witness', () => {
    const part = { symbols: x, fields: { y: { label: 'y', reference: '\\frac{\\pi}{2}' } } };
    const check = yOf(part, '\\int_0^\\infty \\frac{\\sin t}{t}dt');
    expect(check).toMatchObject({ verdict: 'review', score: 0, points: 2 });
    expect(check?.message).toMatch(/^\$y\$ needs a person’s eye: /);
    expect(check).not.toHaveProperty('witness');
  });

  it('within a tolerance is called that to staff', () => {
    const field = { label: 'y', reference: '\\pi', tolerance: { absolute: 0.01 } };
    expect(yOf({ symbols: {}, fields: { y: field } }, '3.14')).toMatchObject({
      verdict: 'right',
      evidence: expect.stringContaining('Within the tolerance'),
    });
  });
});

describe('symbols', () => {
  const part = {
    symbols: { x: { latex: 'x' }, z: { latex: 'z', definition: '2x' } },
    not_allowed: { z: '$z$ is to be eliminated.' },
    fields: { y: { label: 'y', reference: '2x' } },
  };

  it('that may not stay are named with the author’s words, though the value be right', () => {
    const check = yOf(part, 'z');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.message).toBe('$y$: $z$ is to be eliminated.');
    expect(check?.evidence).toContain('does not allow');
  });

  it('that a field is to find are no answer to it', () => {
    const follow_on = { symbols: { z: { field: 'z' } } };
    const fields = { ...part.fields, z: { label: 'z', reference: '2x' } };
    const checks = checksOf({ ...part, not_allowed: {}, fields, follow_on }, { y: 'z', z: 'z' });
    expect(checks.z).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(checks.z?.message).toContain('the symbol that it is to find');
    expect(checks.y).toMatchObject({ verdict: 'right', score: 1 });
  });
});

it('takes a symbol for an answer where a field of that name in another part is to find it', () => {
  const part = {
    symbols: { x: { latex: 'x' }, d: { latex: 'd', definition: '2x' } },
    fields: { y: { label: 'y', reference: '4x^2' } },
    follow_on: { symbols: { d: { part: 'before', field: 'y' } } },
  };
  expect(yOf(part, 'd^2')).toMatchObject({ verdict: 'right', score: 2 });
});

describe('shapes', () => {
  const part = {
    symbols: { A: { latex: 'A', shape: ['m', 'n'] }, v: { latex: 'v', shape: ['n', 1] } },
    fields: {
      r: { label: 'r', reference: 'A v' },
      y: { label: 'y', reference: 'v^T A^T', up_to: 'transpose' },
    },
    misconceptions: [
      { field: 'r', expression: 'v^T v', message: 'That is its length.', credit: 0.5 },
    ],
  };

  it('that differ are told in words', () => {
    const { r } = checksOf(part, { r: 'v^T A^T' });
    expect(r).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(r?.message).toMatch(
      /^\$r\$ should be a column vector.*, but your answer is a row vector/,
    );
  });

  it('may be turned where the author says so, which is said', () => {
    expect(checksOf(part, { y: 'A v' }).y).toMatchObject({
      verdict: 'right',
      score: 1,
      message: expect.stringContaining('transposed to the reference'),
    });
    expect(checksOf(part, { y: 'v' }).y?.message).toContain('should be a row vector');
  });

  it('of a misconception earn its credit', () => {
    const { r } = checksOf(part, { r: 'v^T v' });
    expect(r).toMatchObject({ verdict: 'wrong', score: 0.5, message: '$r$: That is its length.' });
  });

  it('of zero fit any other, on either side', () => {
    expect(checksOf(part, { r: '0' }).r?.message).toMatch(/not equal to the expected/);
    const zero = { symbols: part.symbols, fields: { y: { label: 'y', reference: '0' } } };
    expect(yOf(zero, 'A v')?.message).toMatch(/not equal to the expected/);
    expect(yOf(zero, 'A v - A v')).toMatchObject({ verdict: 'right', score: 2 });
  });
});

describe('units', () => {
  const part = {
    symbols: {},
    units: ['m', 's'],
    fields: { y: { label: 'v', reference: '10 m/s' } },
  };

  it.each([
    ['10', /A quantity in .*\\mathrm\{m\}.*\\mathrm\{s\}.* is expected; its unit is missing/],
    ['10 m', /is expected, yours is in \$\\mathrm\{m\}\$/],
    ['10 m + 1 s', /adds quantities that have different units/],
  ])('of %s are told to be wrong', (answer, says) => {
    const check = yOf(part, answer);
    expect(check).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(check?.message).toMatch(/^\$v\$: /);
    expect(check?.message).toMatch(says);
    expect(check?.witness?.summary).toMatch(says);
  });

  it('that are right leave the number to be compared', () => {
    expect(yOf(part, '10 m/s')?.verdict).toBe('right');
    expect(yOf(part, '9 m/s')?.message).toContain('not equal to the expected result');
  });
});

describe('follow-on credit', () => {
  const part = {
    symbols: { x: { latex: 'x' }, d: { latex: 'd', definition: '2x' } },
    fields: { y: { label: 'y', reference: 'd^2' } },
    follow_on: { credit: 0.25, symbols: { d: { part: 'before', field: 'd' } } },
  };
  const given = (d: string, y: string) => checksOf(part, { y }, { before: { fields: { d } } }).y;

  it('is earned by what is right given an earlier answer that is not, with the values', () => {
    const check = given('3x', '9x^2');
    expect(check).toMatchObject({ verdict: 'wrong', score: 0.5 });
    expect(check?.message).toMatch(/\$y\$ is right given your earlier answer/);
    expect(check?.evidence).toContain('own earlier answers');
    expect(check?.witness?.summary).toBe('At $x = 2$: yours is $36$, expected $16$.');
  });

  it.each([
    ['3x', '6x^2', 'is not right given it either'],
    ['', '9x^2', 'has nothing before it'],
  ])('is not earned after "%s" by %s, which %s', (d, y) => {
    expect(given(d, y)).toMatchObject({ verdict: 'wrong', score: 0 });
  });

  it('is no matter where the answer is right', () => {
    expect(given('3x', '4x^2')).toMatchObject({ verdict: 'right', score: 2 });
  });
});

describe('a form', () => {
  const part = {
    symbols: x,
    fields: {
      y: { label: 'y', reference: '(x+1)^2', forms: [{ form: 'expanded', credit: 0.25 }] },
    },
  };

  it('takes its share of the points of the value, and earns it beside a right value', () => {
    const { y, 'y expanded': form } = checksOf(part, { y: 'x^2 + 2x + 1' });
    expect(y).toMatchObject({ score: 1.5, points: 1.5 });
    expect(form).toMatchObject({ verdict: 'right', score: 0.5, points: 0.5 });
    expect(form?.message).toMatch(/asked for expanded, and it is\.$/);
  });

  it('earns nothing where it is not met, and says at which place', () => {
    const { y, 'y expanded': form } = checksOf(part, { y: '(x+1)^2' });
    expect(y).toMatchObject({ verdict: 'right', score: 1.5 });
    expect(form).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(form?.witness?.summary).toMatch(/^\$.*\$ can still be worked out\.$/);
    expect(form?.message).toContain(form?.witness?.summary);
  });

  it('earns nothing beside a wrong value', () => {
    const form = checksOf(part, { y: 'x^2' })['y expanded'];
    expect(form).toMatchObject({ verdict: 'wrong', score: 0 });
    expect(form?.message).toContain('counts once its value is right');
  });

  it('that is met waits where its value is left to a person', () => {
    const forms = [{ form: 'only_symbols', symbols: ['x'], credit: 0.25 }];
    const field = { label: 'y', reference: '\\frac{\\pi}{2}x', forms };
    const answer = { y: 'x\\int_0^\\infty \\frac{\\sin t}{t}dt' };
    const form = checksOf({ symbols: x, fields: { y: field } }, answer)['y only_symbols'];
    expect(form).toMatchObject({ verdict: 'review', score: 0, points: 0.5 });
    expect(form?.message).toMatch(/in \$x\$ alone, and it is; its value is still to be judged/);
  });
});

it('refuses a key in which forms leave nothing for the value', () => {
  const forms = [{ form: 'expanded', credit: 1 }];
  const part = { symbols: x, fields: { y: { label: 'y', reference: 'x', forms } } };
  expect(() => yOf(part, 'x')).toThrow(BrokenKeyError);
});

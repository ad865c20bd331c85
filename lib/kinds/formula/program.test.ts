import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@/lib/exam/check';
import { runExamTests } from '@/lib/kinds/exams/exam-tests';
import { gradePart } from '@/lib/kinds/exams/grade-part';
import { parseExam } from '@/lib/kinds/exams/parse-exam';
import { parsePart } from '@/lib/kinds/exams/parse-part';
import { referenceOf } from '@/lib/kinds/exams/reference';

const x = { x: { latex: 'x', domain: '(0, 4)' } };

async function graded(
  field: Record<string, unknown>,
  y: string,
  part: Record<string, unknown> = { symbols: x },
  seed = 'seed',
) {
  const parsed = parsePart({
    ...{ id: '1', label: 'a', points: 1, kind: 'formula', prompt: 'Give y.', solution: 'y' },
    ...part,
    fields: { y: { label: 'y', ...field } },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return gradePart({
    ...parsed.value.part,
    ...{
      answer: { fields: { y } },
      note: null,
      roundTo: 0.25,
      unread: 'review',
      seed,
      earlier: {},
    },
  });
}

async function checkOf(...args: Parameters<typeof graded>) {
  const outcome = await graded(...args);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value.checks[0];
}

describe('an answer beside a program', () => {
  it('that is wrong shows a point with both values', async () => {
    const check = await checkOf({ program: 'a = x^2\na + 1' }, 'x^2 + 2');
    expect(check?.witness).toEqual({
      summary: 'At $x = 2$: yours is $6$, expected $5$.',
      data: { at: [{ latex: 'x', value: '2' }], reference: '5', answer: '6' },
    });
  });

  it('that has no value where the program has one is wrong', async () => {
    const check = await checkOf({ program: 'x' }, '\\sqrt{-x}^2', { symbols: x });
    expect(check).toMatchObject({ verdict: 'wrong' });
    expect(check?.witness?.summary).toContain('undefined');
  });

  it('is within what the author allows, and not beyond', async () => {
    const field = { program: 'x', tolerance: { relative: 0.01 } };
    expect(await checkOf(field, '1.009 x')).toMatchObject({ verdict: 'right' });
    expect(await checkOf(field, '1.011 x')).toMatchObject({ verdict: 'wrong' });
  });

  it('is told from another by a billionth of its value', async () => {
    expect(await checkOf({ program: 'x' }, '(1 + 10^{-10}) x')).toMatchObject({ verdict: 'right' });
    expect(await checkOf({ program: 'x' }, '(1 + 10^{-8}) x')).toMatchObject({ verdict: 'wrong' });
  });

  it('is left to a person where the program only rounds to zero', async () => {
    expect(await checkOf({ program: '(x + 0.1) - x - 0.1' }, '0')).toMatchObject({
      verdict: 'review',
    });
  });

  it('is left to a person where the program fails at some points, with its line for staff', async () => {
    const check = await checkOf({ program: 'a = [1, 2]\nx < 2.5 ? x : a[3]' }, 'x');
    expect(check).toMatchObject({ verdict: 'review' });
    expect(check?.message).not.toContain('line');
    expect(check?.evidence).toContain('program of y, line 2: there is no entry 3');
  });

  it('is left to a person where there are too few points', async () => {
    const check = await checkOf({ program: 'x / 0' }, 'x');
    expect(check).toMatchObject({ verdict: 'review' });
    expect(check?.message).toContain('too few points');
  });

  it('counts only where the condition holds', async () => {
    const field = { program: 'x > 1 ? x : 7', where: 'x > 1' };
    expect(await checkOf(field, 'x')).toMatchObject({ verdict: 'right' });
  });

  it('of a simulation is judged by several runs, whatever the seed', async () => {
    const field = { program: 'mean(random([2000]))', tolerance: { relative: 0.1 } };
    for (const seed of ['a', 'b', 'c', 'd']) {
      expect(await checkOf(field, '1/2', { symbols: {} }, seed)).toMatchObject({
        verdict: 'right',
      });
      expect(await checkOf(field, '2/3', { symbols: {} }, seed)).toMatchObject({
        verdict: 'wrong',
      });
    }
    const close = await checkOf({ ...field, tolerance: { relative: 0.0005 } }, '1/2', {
      symbols: {},
    });
    expect(close?.verdict).not.toBe('right');
  });
});

describe('a program that cannot be used', () => {
  it.each([
    ['a = 1\nb = a +* 2', 'program of y, line 2: Value expected'],
    ['a = 1\nz', 'program of y, line 2: "z" is neither given'],
    ['f(k) = f(k + 1)\n\nf(1)', 'program of y, line 1: its functions call each other too deeply'],
    ['s = 0\nwhile(k) = sum(map(1:k, k))\n1:1e12', 'program of y, line 3: a list or matrix'],
    ['process.exit(1)', 'program of y, line 1: only names can be called'],
    ['[x, x]', 'it gives a value of shape 2×1, where 1×1 is expected'],
    ['f(k) = k', 'its last line gives no value'],
    ['random() + x', 'give a tolerance'],
  ])('%j is an error of the key', async (program, says) => {
    const outcome = await graded({ program }, 'x');
    expect(outcome).toMatchObject({ ok: false, error: { path: ['key'] } });
    if (!outcome.ok) expect(outcome.error.message).toContain(says);
  });

  it.each([
    [{ up_to: 'sign' }, 'up_to needs'],
    [{ forms: [{ form: 'factored' }] }, 'needs a reference'],
  ])('for %j is an error of the key', async (more, says) => {
    const outcome = await graded({ program: 'x', ...more }, 'x');
    if (outcome.ok) throw new Error('it was graded');
    expect(outcome.error.message).toContain(says);
  });
});

function examWith(field: string): string {
  return `
slug: programs
title: Programs
minutes: 10
assignments:
  - title: One
    prompt: One.
    parts:
      - id: 1a
        label: a
        points: 1
        kind: formula
        prompt: Give y.
        solution: y
        symbols: { x: { latex: x, domain: '(0, 4)' } }
        fields:
          y:
            label: y
${field}
          z: { label: z, reference: x }
`;
}

async function problemsOf(field: string): Promise<string[]> {
  const parsed = parseExam(examWith(field), 'exam.yaml');
  if (!parsed.ok) return parsed.error.map(({ message }) => message);
  const { problems } = await runExamTests(parsed.value, 'exam.yaml');
  return problems.map(({ message }) => message);
}

describe('the check of an exam', () => {
  it('lets a program pass that agrees with its reference, or has none', async () => {
    expect(await problemsOf('            reference: x^2\n            program: x * x')).toEqual([]);
    expect(await problemsOf('            program: x * x')).toEqual([]);
  });

  it('says where program and reference differ', async () => {
    const [problem, ...more] = await problemsOf(
      '            reference: x^3\n            program: x * x',
    );
    expect(more).toEqual([]);
    expect(problem).toContain(
      'the program and the reference of y differ: At $x = 2$: the reference is $8$',
    );
  });

  it('runs a program without a reference, and says in which line it fails', async () => {
    const [broken] = await problemsOf(
      '            program: |\n              a = 1\n              a[2]',
    );
    expect(broken).toContain('program of y, line 2: ');
    const [sometimes] = await problemsOf('            program: "x < 2.5 ? x : [1][2]"');
    expect(sometimes).toContain('the key cannot be used: y: program of y, line 1: ');
    const [nowhere] = await problemsOf('            program: "x / 0"');
    expect(nowhere).toContain('too few points');
  });

  it('asks for a reference or a program', async () => {
    expect((await problemsOf('            hint: none')).join()).toContain(
      'a reference or a program',
    );
  });
});

it('a program is not shown to students, even when the key is', () => {
  const parsed = parsePart({
    ...{
      id: '1',
      label: 'a',
      points: 1,
      kind: 'formula',
      prompt: 'Give y.',
      solution: 'y',
      symbols: x,
    },
    fields: { y: { label: 'y', program: 'secret = x\nsecret' } },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const { spec, key } = parsed.value.part;
  const shown: JsonValue = JSON.parse(JSON.stringify([spec, referenceOf('formula', spec, key)]));
  expect(JSON.stringify(key)).toContain('secret');
  expect(JSON.stringify(shown)).not.toContain('secret');
});

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runExamTests } from './exam-tests';
import { parseExam } from './parse-exam';

const SEED = 'exams/deep-learning-ss2022-t1/exam.yaml';

const part = (lines: string) => `slug: small
title: Small
minutes: 10
assignments:
  - title: One
    parts:
      - id: a
        points: 1
        kind: formula
        prompt: Say one.
        symbols: {}
${lines}`;

const sound = part('        fields: { one: { label: "1", reference: "1" } }\n');

function problemsOf(source: string) {
  const parsed = parseExam(source, 'exam.yaml');
  if (parsed.ok) throw new Error('it is valid');
  return parsed.error;
}

describe('the seed exam', () => {
  it('has six assignments, twelve parts, 26 points, and passes its own tests', async () => {
    const parsed = parseExam(await readFile(SEED, 'utf8'), SEED);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const { assignments } = parsed.value.exam;
    const parts = assignments.flatMap((assignment) => assignment.parts);
    expect(assignments).toHaveLength(6);
    expect(parts.map(({ id, points, kind }) => `${id} ${points} ${kind}`)).toEqual([
      '1a-graph 1.5 graph',
      '1a-gradients 1.5 formula',
      '1b 2 plan',
      '2a 2 formula',
      '2b 3 proof',
      '3 3 recurrence',
      '4a 2 proof',
      '4b-gradients 1 formula',
      '4b-drawing 1 arrows',
      '4c 1 formula',
      '5 4 derivation',
      '6 4 reparametrization',
    ]);
    expect((await runExamTests(parsed.value, SEED)).problems).toEqual([]);
  });
});

describe('problems with line and column', () => {
  it('accepts the sound one', () => {
    expect(parseExam(sound, 'exam.yaml').ok).toBe(true);
  });

  it.each([
    ['a syntax error', 'slug: [', 1],
    ['a missing reference', part('        fields:\n          one: { label: "1" }\n'), 13],
    ['an unknown key', part('        feilds: {}\n'), 7],
    ['an unknown kind', sound.replace('kind: formula', 'kind: formular'), 9],
    ['negative points', sound.replace('points: 1', 'points: -1'), 8],
    ['a total that does not add up', sound.replace('minutes: 10', 'minutes: 10\npoints: 3'), 4],
    ['an unknown key of the exam', `${sound}colour: blue\n`, 13],
  ])('%s', (_, source, line) => {
    const [first] = problemsOf(source);
    expect(first?.line, first?.message).toBe(line);
    expect(first?.column).toBeGreaterThan(0);
    expect(first?.message.length).toBeGreaterThan(5);
  });

  it('names the part and the key, each at its own place', () => {
    const wrong = part('        feilds: { one: { label: "1", reference: "1" } }\n')
      .replace('        points: 1\n', '')
      .replace('minutes: 10', 'minuets: 10');
    expect(problemsOf(wrong)).toEqual([
      { message: '`minutes` is missing', file: 'exam.yaml', line: 1, column: 1 },
      {
        message: '`minuets` is unknown; did you mean `minutes`?',
        file: 'exam.yaml',
        line: 3,
        column: 1,
      },
      { message: 'part a: `points` is missing', file: 'exam.yaml', line: 7, column: 9 },
      { message: 'part a: `fields` is missing', file: 'exam.yaml', line: 7, column: 9 },
      {
        message: 'part a: `feilds` is unknown; did you mean `fields`?',
        file: 'exam.yaml',
        line: 11,
        column: 9,
      },
    ]);
  });

  it('suggests a key of every part, and a kind', () => {
    const [missing, unknown] = problemsOf(sound.replace('prompt:', 'promt:'));
    expect(missing?.message).toBe('part a: `prompt` is missing');
    expect(unknown?.message).toBe('part a: `promt` is unknown; did you mean `prompt`?');
    const [kind] = problemsOf(sound.replace('kind: formula', 'kind: formular'));
    expect(kind?.message).toBe(
      'part a: `kind` is "formular", an unknown kind of answer; did you mean `formula`?',
    );
  });

  it('finds the place of what is merged in', () => {
    const lines = (colour: string) =>
      part(
        `        <<: &shared\n          show_shapes: true\n${colour}        fields: { one: { label: "1", reference: "1" } }\n`,
      );
    expect(parseExam(lines(''), 'exam.yaml').ok).toBe(true);
    expect(problemsOf(lines('          colour: blue\n'))[0]).toMatchObject({
      line: 14,
      column: 11,
    });
  });

  it('tells of what two parts share once', () => {
    const one = part('        fields: { one: { label: "1", reference: "1" } }\n').replace(
      'symbols: {}',
      'symbols: &all { x: { latex: 1 } }',
    );
    const two = one.slice(one.indexOf('      - id: a')).replace('id: a', 'id: b');
    const shared = two.replace(/symbols: .*/, 'symbols: *all');
    expect(problemsOf(one + shared).map(({ message }) => message)).toEqual([
      "part a: `symbols.x.latex` is the number 1, but has to be text; put it in quotes: '1'",
    ]);
  });

  it('finds an id that is used twice', () => {
    const twice = `${sound}${sound.slice(sound.indexOf('      - id: a'))}`;
    expect(
      problemsOf(twice)
        .map(({ message }) => message)
        .join(),
    ).toContain('used twice');
  });

  it('refuses a file that would expand without end', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`;
    expect(problemsOf(bomb).length).toBeGreaterThan(0);
  });
});

describe('runExamTests', () => {
  it('reports a test that fails with its place, and a reference that cannot be read', async () => {
    const failing = `${sound}        tests:\n          - { answer: { fields: { one: "2" } }, points: 1 }\n`;
    const parsed = parseExam(failing, 'exam.yaml');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const { problems } = await runExamTests(parsed.value, 'exam.yaml');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 14, file: 'exam.yaml' });

    const unreadable = parseExam(sound.replace('reference: "1"', 'reference: "1+"'), 'exam.yaml');
    if (!unreadable.ok) throw new Error(JSON.stringify(unreadable.error));
    const [problem] = (await runExamTests(unreadable.value, 'exam.yaml')).problems;
    expect(problem?.message).toContain('reference of one');
  });
});

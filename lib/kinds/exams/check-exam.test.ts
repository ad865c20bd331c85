import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkExam } from './check-exam';

const TESTS = '        tests: [{ answer: { fields: { y: "2*x" } }, points: 1 }]\n';

/** A part of an exam that nothing is to be said of, unless `lines` make it so. */
const part = (
  lines: string,
  { id = 'a', prompt = 'Say it.', tests = TESTS } = {},
) => `      - id: ${id}
        label: ${id}
        points: 1
        kind: formula
        prompt: ${prompt}
${lines}${tests}`;

const exam = (...parts: string[]) => `slug: small
title: Small
minutes: 10
assignments:
  - title: One
    parts:
${parts.join('')}`;

const SYMBOLS = '        symbols: { x: { latex: x } }\n';
const FIELDS = "        fields: { y: { label: 'y', reference: 2*x } }\n";
const SOUND = SYMBOLS + FIELDS;

async function found(source: string) {
  const { findings } = await checkExam(source, { file: 'exam.yaml', folder: 'small' });
  return findings.map(
    ({ line, column, severity, message }) => `${line}:${column}: ${severity}: ${message}`,
  );
}

describe('an exam of which little is to be said', () => {
  it.each([
    ['deep-learning-ss2022-t1', 77, []],
    ['machine-learning-final', 39, ['says the same as the goal']],
    ['mechanics-and-signals', 35, []],
    ['optimisation-midterm', 33, ['is true whatever is given', 'is true whatever is given']],
  ])('is %s, whose tests all run', async (folder, tests, said) => {
    const file = `exams/${folder}/exam.yaml`;
    const { findings, ran } = await checkExam(await readFile(file, 'utf8'), { file, folder });
    expect(findings).toMatchObject(
      said.map((why) => ({ severity: 'warning', message: expect.stringContaining(why) })),
    );
    expect(ran).toBe(tests);
  });

  it('is the small one', async () => {
    expect(await found(exam(part(SOUND)))).toEqual([]);
  });
});

describe('texts', () => {
  it.each([
    [
      'a command that lost its first letter',
      'label: "\\nabla y"',
      'part a: `fields.y.label`: in double quotes \\n is a line break, so \\nabla is lost; put the value in single quotes',
      32,
    ],
    [
      'a tab of \\theta',
      'label: "2\\theta"',
      'in double quotes \\t is a tab, so \\theta is lost',
      33,
    ],
    [
      'a form feed of \\frac',
      'label: "\\frac12"',
      'in double quotes \\f is a form feed, so \\frac is lost',
      32,
    ],
    [
      'an escape of \\eta',
      'label: "\\eta"',
      'in double quotes \\e is an escape, so \\eta is lost',
      32,
    ],
    [
      'an unknown command of a label',
      "label: '\\nabal y'",
      'part a: `fields.y.label`: `\\nabal` is no command that can be shown',
      32,
    ],
    [
      'an unknown command of a label in double quotes',
      'label: "\\\\nabal y"',
      '`\\nabal` is no command that can be shown',
      32,
    ],
    ['a brace that is not closed', "label: '\\frac{1}{'", 'a formula cannot be shown', 31],
    [
      'an unknown command of a hint',
      "label: 'y', hint: 'where $\\nabal > 0$'",
      '`\\nabal` is no command that can be shown',
      50,
    ],
    [
      'a dollar of a hint',
      "label: 'y', hint: 'where $x > 0'",
      'part a: `fields.y.hint`: a $ is not closed',
      49,
    ],
  ])('%s is an error', async (_, label, message, column) => {
    const lines = `${SYMBOLS}        fields: { y: { ${label}, reference: 2*x } }\n`;
    const findings = await found(exam(part(lines)));
    expect(findings[0]).toContain(`13:${column}: error: `);
    expect(findings[0]).toContain(message);
    expect(findings).toHaveLength(1);
  });

  it('finds a dollar in its line of a text of several', async () => {
    const prompt = '|\n          Let $x$ be.\n          Costs of $x and\n          more.';
    const [first] = await found(exam(part(SOUND, { prompt })));
    expect(first).toContain('13:20: error: part a: `prompt`: a $ is not closed');
  });

  it('leaves line breaks alone that are meant', async () => {
    const prompt = '"One line.\\nTo be \\tcontinued: 5 \\\\$."';
    expect(await found(exam(part(SOUND, { prompt })))).toEqual([]);
  });

  it('finds a control character that stands in the file itself', async () => {
    const [first] = await found(exam(part(SOUND, { prompt: 'Say\u0007it' })));
    expect(first).toContain(
      '11:17: error: part a: `prompt`: the text has a control character (U+0007)',
    );
  });

  it('is told of beside what the format says', async () => {
    const findings = await found(exam(part('        fields: { y: { label: "\\nabla" } }\n')));
    expect(findings.join('\n')).toContain('`symbols` is missing');
    expect(findings.join('\n')).toContain('so \\nabla is lost');
  });
});

describe('parts', () => {
  it('warns of equal labels, of parts without tests, and of a slug unlike the folder', async () => {
    const one = part(SOUND);
    const two = part(SOUND, { id: 'b', tests: '' }).replace('label: b', 'label: a');
    expect(await found(exam(one, two).replace('slug: small', 'slug: tiny'))).toEqual([
      '1:7: warning: `slug` is "tiny", but the folder is called "small"',
      '15:9: warning: part b: there are no `tests`: write a right answer, a wrong one, and what each earns',
      '16:16: warning: part b: `label`: part a is labelled "a" as well; students cannot tell them apart by name',
    ]);
  });

  it('asks for no tests where a person grades', async () => {
    const text = '      - { id: t, label: t, points: 1, kind: text, prompt: Why? }\n';
    expect(await found(exam(text))).toEqual([]);
  });

  it('warns of letters that spell a function, and of symbols that are called like one', async () => {
    const symbols = (text: string) =>
      found(exam(part(`        symbols: { x: { latex: x }, ${text} }\n${FIELDS}`)));
    expect(await symbols("l: { latex: l }, n: { latex: 'n' }")).toEqual([
      '12:18: warning: part a: `symbols`: the declared letters l, n spell ln, which is then read as their product',
    ]);
    expect(await symbols("s: { latex: 's', aliases: [sin] }")).toEqual([
      '12:40: warning: part a: `symbols.s`: the symbol `s` is written `sin`, which is the name of a function as well',
    ]);
    expect(await symbols("other: { latex: m }, m: { latex: '\\mu' }")).toEqual([
      '12:61: warning: part a: `symbols.m` is declared twice: as the id of this symbol and as a way to write `other`, which is what it is read as',
    ]);
    expect(await symbols('l: { latex: l }, k: { latex: k }')).toEqual([]);
  });
});

describe('answers that ought not to be right', () => {
  it('refuses a misconception that is right', async () => {
    const slip = (expression: string) =>
      exam(
        part(
          `${SOUND}        misconceptions: [{ field: y, expression: ${expression}, message: No. }]\n`,
        ),
      );
    expect(await found(slip('x + x'))).toEqual([
      '14:50: error: part a: `misconceptions.0.expression`: the misconception `x + x` is a right answer to `y`, so nobody is ever told of it',
    ]);
    expect(await found(slip('3*x'))).toEqual([]);
  });

  it('refuses a misconception of a derivation that is right', async () => {
    const slip = (expression: string) => `slug: small
title: Small
minutes: 10
assignments:
  - title: One
    parts:
      - id: a
        points: 2
        kind: derivation
        prompt: Integrate.
        symbols: { a: { latex: a, domain: '(0, inf)' } }
        quantity: I
        problem: '\\int_0^a x\\,dx'
        result: a^2/2
        shares: { setup: 1, steps: 0, result: 1 }
        misconceptions: [{ expression: '${expression}', message: No. }]
        tests: [{ answer: { lines: ['\\int_0^a x\\,dx', 'a^2/2'] }, points: 2 }]
`;
    expect(await found(slip('a^2 - a^2/2'))).toEqual([
      expect.stringContaining(
        '16:40: error: part a: `misconceptions.0.expression`: the misconception',
      ),
    ]);
    expect(await found(slip('a^2'))).toEqual([]);
  });

  it('warns of a field that takes its own left side, or a symbol for what is asked', async () => {
    const symbols = '        symbols: { x: { latex: x }, z: { latex: z, definition: 2*x } }\n';
    const fields = "        fields: { y: { label: y, left_sides: ['z'], reference: 2*x } }\n";
    expect(await found(exam(part(symbols + fields)))).toEqual([
      expect.stringContaining(
        '12:40: warning: part a: `symbols.z`: `y` accepts its own question: the symbol `z`',
      ),
      expect.stringContaining(
        '13:47: warning: part a: `fields.y.left_sides.0`: `y` accepts its own question: the left side `z`',
      ),
    ]);
    const forbidden = '        not_allowed: { z: It is what is asked for. }\n';
    expect(await found(exam(part(symbols + fields + forbidden)))).toEqual([]);
  });

  it('warns of a set that is empty, unless its author wrote that', async () => {
    const set = (reference: string) =>
      exam(
        part(
          `${SYMBOLS}        fields: { y: { label: y, asks: set, variable: x, reference: '${reference}' } }\n`,
          { tests: `        tests: [{ answer: { fields: { y: '${reference}' } }, points: 1 }]\n` },
        ),
      );
    for (const reference of ['(2, 1)', '[3, 1] \\cup (1, 1]', 'x < 0 \\wedge x > 1'])
      expect(await found(set(reference))).toEqual([
        expect.stringMatching(/^13:69: warning: part a: `fields.y.reference`: the set .* is empty/),
      ]);
    for (const reference of ['\\emptyset', '\\{ \\}', '(1, 2)', '\\{0\\}'])
      expect(await found(set(reference))).toEqual([]);
  });
});

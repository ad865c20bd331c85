import { describe, expect, it } from 'vitest';
import { checkExam } from '@/lib/kinds/exams/check-exam';
import { loadExam, loadPublishableExam } from '@/lib/kinds/exams/load-exam';
import { type Beside, NOTHING_BESIDE } from '@/lib/kinds/exams/pictures/beside';
import { MOST } from '@/lib/kinds/exams/pictures/limits';
import { sample } from '@/lib/kinds/exams/pictures/samples';
import { PICTURED_EXAM } from '@/lib/testing/pictured-exam';

type Files = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

const beside = (files: Files): Beside => ({
  names: Object.keys(files),
  read: async (name) => {
    const bytes = files[name];
    return bytes ? { ok: true, value: bytes } : NOTHING_BESIDE.read(name);
  },
});

const NET = { 'net.png': sample('png') };

const exam = ({
  rules = 'None.',
  prompt = 'Look.',
  solution = 'No.',
  hint = 'Look up.',
  message = 'Look down.',
}) => `slug: small
title: Small
minutes: 10
rules: ${rules}
assignments:
  - title: One
    prompt: ${prompt}
    parts:
      - id: a
        label: a
        points: 1
        kind: formula
        prompt: Say it.
        solution: ${solution}
        symbols: { x: { latex: x } }
        fields: { y: { label: 'y', reference: 2*x, hint: ${hint} } }
        misconceptions: [{ field: y, expression: x, message: ${message} }]
        tests: [{ answer: { fields: { y: "2*x" } }, points: 1 }]
`;

async function check(source: string, files: Files = NET) {
  return checkExam(source, { file: 'exam.yaml', folder: 'small', beside: beside(files) });
}

async function found(texts: Parameters<typeof exam>[0], files: Files = NET) {
  const { findings } = await check(exam(texts), files);
  return findings.map(
    ({ line, column, severity, message }) => `${line}:${column}: ${severity}: ${message}`,
  );
}

describe('pictures that can be shown', () => {
  it.each([
    ['a prompt', { prompt: '"![a net](net.png)"' }, false],
    ['a solution', { solution: '"![a net](net.png)"' }, true],
    ['a solution and a prompt', { solution: '"![a](net.png)"', prompt: '"![a](net.png)"' }, false],
    ['a hint', { hint: '"![a net](net.png)"' }, false],
    ['an ornament', { prompt: `'![](net.png "decorative")'` }, false],
  ])('in %s', async (_, texts, secret) => {
    expect(await found(texts)).toEqual([]);
    const { files } = await check(exam(texts));
    expect(files).toMatchObject([
      { name: 'net.png', mediaType: 'image/png', width: 30, height: 20, secret },
    ]);
    expect(files[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('what is wrong with pictures', () => {
  it.each([
    [
      'missing',
      '![a](nets.png)',
      '7:14: error: assignment 1: `prompt`: the picture `nets.png` does not lie beside exam.yaml; did you mean `net.png`?',
    ],
    [
      'of another server',
      'a ![a](http://a.example/x.png)',
      '7:16: error: assignment 1: `prompt`: the picture `http://a.example/x.png` is on another server',
    ],
    [
      'with a trick in its name',
      '![a](../net.png)',
      '7:14: error: assignment 1: `prompt`: the picture `../net.png` leads out of the folder',
    ],
    [
      'without a description',
      'a ![](net.png)',
      '7:16: error: assignment 1: `prompt`: the picture `net.png` has no description',
    ],
    ['with a blank one', '![ ](net.png)', 'has no description'],
    [
      'not read',
      'a ![a](two words.png)',
      '7:16: error: assignment 1: `prompt`: this is not read as a picture',
    ],
  ])('%s', async (_, prompt, message) => {
    const findings = await found({ prompt: `'${prompt}'` });
    expect(findings.filter((each) => each.includes('error'))).toHaveLength(1);
    expect(findings.join('\n')).toContain(message);
  });

  it('stands at the picture, in its line of a text of several', async () => {
    const prompt =
      '|\n      `![`, \\![no](x.png) and ![a](net.png),\n      and ![b](b.png) and ![c](net.png)';
    expect(await found({ prompt })).toEqual([
      '9:11: error: assignment 1: `prompt`: the picture `b.png` does not lie beside exam.yaml',
    ]);
  });

  it('is told once of a file, and of each place without a description', async () => {
    const prompt = '"![a](b.png) ![](b.png) ![c](b.png)"';
    const findings = await found({ prompt }, {});
    expect(findings.map((each) => each.replace(/:.*`b.png`/, ''))).toEqual([
      '7 does not lie beside exam.yaml',
      expect.stringContaining('7 has no description'),
    ]);
  });

  it('is a file that is no picture, or too much of one', async () => {
    const texts = { prompt: '"![a](a.png) ![b](b.svg)"' };
    const large = new Uint8Array(MOST.fileBytes + 1);
    const files = {
      'a.png': large,
      'b.svg': new TextEncoder().encode('<svg xmlns="x"><script/></svg>'),
    };
    const findings = await found(texts, files);
    expect(findings[0]).toContain(
      '7:14: error: assignment 1: `prompt`: the picture `a.png` has more than 2 MB',
    );
    expect(findings[1]).toContain(
      '7:26: error: assignment 1: `prompt`: the picture `b.svg` has a <script>',
    );
    expect((await check(exam(texts), files)).files).toEqual([]);
  });

  it('is more than an exam may have', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `p${index}.gif`);
    const gif = sample('gif');
    // What stands behind the end of a GIF is filled up.
    const padded = new Uint8Array(MOST.fileBytes);
    padded.set(gif);
    const prompt = `"${names.map((name) => `![a](${name})`).join(' ')}"`;
    const findings = await found(
      { prompt },
      Object.fromEntries(names.map((name) => [name, padded])),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain('with `p10.gif` the pictures of the exam have more than 20 MB');
  });

  it('is a place where none can be seen', async () => {
    const findings = await found({ rules: '"![a](net.png)"', message: '"so ![a](net.png)"' });
    expect(findings).toEqual([
      '4:9: error: `rules`: a picture cannot be shown here: rules are read before the start, when nothing of the exam is seen',
      expect.stringMatching(/^17:\d+: error: part a: .* messages are words and formulas$/),
    ]);
  });

  it('is one that nothing shows, which is advice', async () => {
    const files = { ...NET, 'notes.txt': sample('gif'), 'exam.yaml': sample('gif') };
    expect(await found({}, files)).toEqual([
      '1:1: warning: the picture `net.png` lies beside the exam, but no text shows it',
    ]);
  });

  it('is a bar within a formula in a table, which ends the cell', async () => {
    const prompt = '|\n      | a | b |\n      |---|---|\n      | $|x|$ | 1 |';
    expect((await found({ prompt }, {}))[0]).toContain(
      '10:9: error: assignment 1: `prompt`: a $ is not closed',
    );
  });
});

describe('an exam in a folder', () => {
  const FOLDER = PICTURED_EXAM;

  it('is loaded with its pictures, which are part of what it is known by', async () => {
    const exam = await loadPublishableExam(FOLDER);
    if (!exam.ok) throw new Error(JSON.stringify(exam.error));
    expect(
      exam.value.files.map(({ name, mediaType, width, height, secret }) =>
        [name, mediaType, width, height, secret].join(' '),
      ),
    ).toEqual([
      'answer.svg image/svg+xml 200 120 true',
      'falling.png image/png 160 96 false',
      'gate.svg image/svg+xml 120 60 false',
      'network.svg image/svg+xml 240 140 false',
      'slope.svg image/svg+xml 24 16 true',
    ]);
    const grading = await loadExam(FOLDER);
    expect(grading.ok && 'files' in grading.value).toBe(false);
  });
});

import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs the command line as a shell would, with `input` on standard input. */
async function nabla(args: readonly string[], input: string) {
  const child = spawn(process.execPath, [
    '--conditions=react-server',
    '--import',
    'tsx',
    'bin/nabla.ts',
    ...args,
  ]);
  child.stdin.end(input);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  return { status, output, errors };
}

function jsonLines(output: string) {
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const EXAM = 'exams/deep-learning-ss2022-t1';

describe('nabla grade', { timeout: 30_000 }, () => {
  it('grades what it can and names what it cannot, line by line', async () => {
    const requests = [
      {
        id: 'right',
        part: '3',
        answer: { fields: { R: 'R_{k-1} + (r_k-1)S_{k-1}', S: 's_k S_{k-1}' } },
      },
      { id: 'half', part: '3', answer: { fields: { S: 'S_{k-1} s_k', R: '(' } } },
      { id: 'empty', part: '5', answer: {} },
      { id: 'waits', part: '4a', answer: { steps: [{ claim: '\\sin \\alpha > 0' }] } },
      { id: 'note', part: '2a', answer: { fields: { x_next: 'x_t' }, note: 'see the sketch' } },
      { id: 'nowhere', part: '99', answer: {} },
      { id: 'shape', part: '3', answer: { fields: ['R'] } },
      { id: 'field', part: '3', answer: { fields: { Q: '1' } } },
      { id: 'extra', part: '3', answer: { surprise: 1 } },
    ];
    const input = `${requests.map((request) => JSON.stringify(request)).join('\n')}\nnot json\n`;
    const { status, output } = await nabla(['grade', '--exam', EXAM], input);
    const lines = jsonLines(output);
    expect(status).toBe(1);
    expect(lines.map(({ id, verdict, score, points }) => ({ id, verdict, score, points }))).toEqual(
      [
        { id: 'right', verdict: 'right', score: 3, points: 3 },
        { id: 'half', verdict: 'review', score: 1.5, points: 3 },
        { id: 'empty', verdict: 'wrong', score: 0, points: 4 },
        { id: 'waits', verdict: 'review', score: 0, points: 2 },
        { id: 'note', verdict: 'review', score: 0, points: 2 },
        { id: 'nowhere' },
        { id: 'shape' },
        { id: 'field' },
        { id: 'extra' },
        { id: null },
      ],
    );
    for (const line of lines.slice(5)) expect(line.error.length).toBeGreaterThan(5);
    expect(lines[0]).toMatchObject({ part: '3', checks: [{ name: 'R' }, { name: 'S' }] });
    expect(lines[1].checks[0]).toMatchObject({
      unread: true,
      place: { text: '(' },
    });
    expect(typeof lines[0].ms).toBe('number');
  });

  it('grades against a part that the line brings, with follow-on from earlier answers', async () => {
    const part = {
      id: 'p',
      points: 2,
      kind: 'formula',
      prompt: 'Double it.',
      symbols: { x: { latex: 'x' }, d: { latex: 'd', definition: 'x + 1' } },
      fields: { y: { label: 'y', reference: '2 d' } },
      follow_on: { credit: 0.5, symbols: { d: { part: 'before', field: 'd' } } },
    };
    const answer = (y: string) => ({ fields: { y } });
    const requests = [
      { id: 1, spec: part, answer: answer('2x + 2') },
      { id: 2, spec: part, answer: answer('2x'), earlier: { before: { fields: { d: 'x' } } } },
      { id: 3, spec: part, answer: answer('2x') },
      { id: 4, spec: { ...part, kind: 'none' }, answer: {} },
    ];
    const { status, output } = await nabla(
      ['grade'],
      requests.map((request) => JSON.stringify(request)).join('\n'),
    );
    const lines = jsonLines(output);
    expect(status).toBe(1);
    expect(lines.map(({ score, error }) => error ?? score)).toEqual([
      2,
      1,
      0,
      expect.stringContaining('unknown kind'),
    ]);
    expect(lines[1].checks[0].message).toContain('given your earlier answer');
  });

  it('grades each line under as many seeds as are asked for, and names those that differ', async () => {
    const requests = [
      { id: 'same', part: '3', answer: { fields: { R: 'R_{k-1} + (r_k-1)S_{k-1}' } } },
      { id: 'own', part: '3', seed: 'mine', answer: { fields: { S: 's_k S_{k-1}' } } },
    ];
    const input = requests.map((request) => JSON.stringify(request)).join('\n');
    const { status, output } = await nabla(['grade', '--exam', EXAM, '--seeds', '5'], input);
    expect(jsonLines(output).map(({ id, score, differs }) => ({ id, score, differs }))).toEqual([
      { id: 'same', score: 1.5, differs: undefined },
      { id: 'own', score: 1.5, differs: undefined },
    ]);
    expect(status).toBe(0);
  });

  it('says how it is called', async () => {
    expect((await nabla(['grade', '--exam'], '')).status).toBe(2);
    expect((await nabla(['grade', '--seeds', '0'], '')).errors).toContain('a whole number');
    expect((await nabla(['grade', '--exam', 'exams/none'], '')).errors).toBe(
      'There is no file exams/none/exam.yaml.\n',
    );
  });
});

describe('nabla equal', { timeout: 30_000 }, () => {
  it('judges pairs, with domains and complex numbers', async () => {
    const pairs = [
      {
        id: 1,
        reference: 'log(x*y)',
        answer: 'log(x)+log(y)',
        symbols: { '*': { domain: '(0, inf)' } },
      },
      { id: 2, reference: 'log(x*y)', answer: 'log(x)+log(y)' },
      { id: 3, reference: 'e^(i*t)', answer: 'cos(t)+i*sin(t)' },
      { id: 4, reference: 'x', answer: 'x+' },
      { id: 5, reference: 'x+', answer: 'x' },
      { id: 6, reference: 'x', answer: 'x', symbols: { x: { domain: 'nowhere' } } },
    ];
    const { status, output } = await nabla(
      ['equal'],
      pairs.map((pair) => JSON.stringify(pair)).join('\n'),
    );
    const lines = jsonLines(output);
    expect(status).toBe(1);
    expect(lines.map(({ verdict, error }) => verdict ?? (error ? 'error' : ''))).toEqual([
      'right',
      'wrong',
      'right',
      'review',
      'error',
      'error',
    ]);
    expect(lines[1].witness.reference).not.toBe(lines[1].witness.answer);
    expect(lines[3].explanation).toContain('missing');
  });
});

describe('nabla', { timeout: 30_000 }, () => {
  it.each([[['equal', '--seeds', '3']], [['no-such-command']], [['demo', 'open']], [['backup']]])(
    '%j is refused with the usage',
    async (args) => {
      const { status, output, errors } = await nabla(args, '');
      expect(status).toBe(2);
      expect(output).toBe('');
      expect(errors).toContain(
        `nabla ${args[0] === 'demo' || args[0] === 'backup' ? args[0] : ''}`,
      );
    },
  );
});

describe('what is wrong with a call', { timeout: 60_000 }, () => {
  it.each([
    ['nonsense', /^nabla: There is no command "nonsense"\. "nabla help" shows all\.\n$/],
    [
      'sitting check --course x',
      /sitting check needs the id of a sitting; `nabla sitting list` shows/,
    ],
    ['sitting list some --course x', /"some" is too much behind sitting list\.\n$/],
    ['attempt late', /attempt late needs the id of a sitting; `nabla sitting list` shows/],
    ['attempt reopen x --by a@b.org --minutes ten', /--minutes is a number such as 10\.\n$/],
    ['exam publish --course x', /exam publish needs an exam; `nabla exam list` shows them\.\n$/],
    ['notice answer', /notice answer needs the id of a question/],
    ['course log', /course log needs the slug of a course/],
    ['person reset', /person reset needs the e-mail of a person/],
    ['mail test', /mail test needs the address/],
    ['backup --all', /There is no option --all\.\n$/],
    ['sitting list --foo', /There is no option --foo\.\n$/],
    [
      'accommodation set a@b.org --course x --factor abc',
      /--factor is a number such as 1\.25\.\n$/,
    ],
    ['receipt verify no-such-file', /^nabla: There is no file no-such-file\.\n$/],
    ['check no-such-folder', /^There is no file no-such-folder\/exam\.yaml\.\n$/],
  ])('nabla %s says so last', async (line, words) => {
    const { status, output, errors } = await nabla(line.split(' '), '');
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toMatch(words);
  });
});

describe('nabla check', { timeout: 30_000 }, () => {
  it('passes the seed exam', async () => {
    const { status, output } = await nabla(['check', EXAM], '');
    expect(output).toContain('77 tests; 0 errors, 0 warnings');
    expect(status).toBe(0);
  });
});

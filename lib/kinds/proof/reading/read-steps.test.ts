import { describe, expect, it } from 'vitest';
import { authoredProof, authoring } from '@/lib/kinds/proof/authoring';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { claimLatex, namesLatex } from './claim-latex';
import { type ReadStep, readSteps } from './read-steps';

const { spec } = authoring.split(
  authoredProof.parse({
    index: 't',
    symbols: {
      x: { latex: 'x_t', shape: ['n', 1] },
      v: { latex: 'v_t', shape: ['n', 1] },
      a: { latex: 'a', shape: ['n', 1] },
      mu: { latex: '\\mu', domain: '(0, inf)' },
      l: { latex: 'l' },
    },
    hypotheses: {},
    goal: 'x_t \\to 0',
    goal_points: 1,
    milestones: [{ points: 1, claims: ['v_t \\to 0'] }],
  }),
);

function said(step: ReadStep, table: SymbolTable): string {
  switch (step.kind) {
    case 'unreadable':
      return step.error.message;
    case 'definition':
      return `names ${namesLatex(step.names, table)}`;
    case 'start':
      return `start ${toLatex(step.tree, table)}`;
    case 'claim': {
      const names = step.names.length > 0 ? `names ${namesLatex(step.names, table)} | ` : '';
      return names + claimLatex([...step.supposed, ...step.chains], table);
    }
    default:
      return step.kind;
  }
}

function readings(...lines: readonly string[]): string[] {
  const { read, vocabulary } = readSteps(
    lines.map((claim) => ({ claim })),
    spec,
  );
  return read.map((step) =>
    said(step, vocabulary.table).replaceAll('\\left\\|', '|').replaceAll('\\right\\|', '|'),
  );
}

describe('names', () => {
  it.each([
    ['d = a', 'names d = a'],
    ['b = a,\\; c = 2a', 'names b = a,\\quad c = 2\\,a'],
    ['b = a; c = 2a', 'names b = a,\\quad c = 2\\,a'],
    ['\\text{Let } d_p := l \\text{ and } d_n := 2l.', 'names d_p = l,\\quad d_n = 2\\,l'],
    ['let d_{ap} = l and d_{an} = 2l', 'names d_{ap} = l,\\quad d_{an} = 2\\,l'],
    ['d_+ = l', 'names d_+ = l'],
    ["d' = l", "names d' = l"],
    ['d^+ = l', 'names d^+ = l'],
    ['\\hat d = l', 'names \\hat d = l'],
    ['d_{\\text{pos}} = l', 'names d_{\\text{pos}} = l'],
    ['d_{\\mathrm{pos}} = l', 'names d_{\\mathrm{pos}} = l'],
    ['\\mathrm{dist} = l', 'names \\mathrm{dist} = l'],
    ['\\bar d_t = x_t', 'names \\bar d_t = x_t'],
    ['\\Delta_t = x_{t+1}-x_t', 'names \\Delta_t = x_{t+1}-x_t'],
    ['\\Delta x_t = x_{t+1}-x_t', 'names \\Delta x_t = x_{t+1}-x_t'],
    ['d_{t+1} = x_{t+1}-x_t', 'names d_{t+1} = x_{t+1}-x_t'],
    ['d \\coloneqq l', 'names d = l'],
    ['d \\triangleq l', 'names d = l'],
    ['2l =: d', 'names d = 2\\,l'],
    ['d_t = x_{t+1}-x_t \\to 0', 'names d_t = x_{t+1}-x_t | x_{t+1}-x_t \\to 0'],
    ['d = l = 0', 'names d = l | l = 0'],
    ['u = l \\le 0', 'names u = l | l \\le 0'],
    ['d^2 \\le 0 \\text{ where } d = l', 'names d = l | d^{2} \\le 0'],
    ['c = 2 d \\text{ with } d = l', 'names d = l,\\quad c = 2\\,d'],
    ['l = 2', 'l = 2'],
    ['d = x_{t+1}-x_t', 'This changes with $t$; write the name with the index, $d_t$.'],
    ['d_1 = |x_t|', 'This changes with $t$; write the name with the index, $d_t$.'],
    ['d = a + q', '“q” is not a symbol of this part.'],
    ['2l = d', '“d” is not a symbol of this part.'],
    ['d^2 = l', '“d” is not a symbol of this part.'],
    ['\\lim = l', 'Something is missing here.'],
  ])('%s', (line, expected) => {
    expect(readings(line)).toEqual([expected]);
  });

  it.each([
    ["d' = l", "d' > 0"],
    ['d^+ = l', 'd^{+} > 0'],
    ['d_{\\text{pos}} = l', 'd_{\\text{pos}} > 0'],
    ['\\Delta x_t = x_{t+1}-x_t', '\\Delta x_{t+1} \\to 0'],
    ['d_{t+1} = x_{t+1}-x_t', 'd_t \\to 0'],
    ['\\hat{d} = l', '\\hat d > 0'],
  ])('are known below: %s', (line, below) => {
    expect(readings(line, below)[1]).not.toMatch(/symbol/);
  });

  it('are not given to anything else once they could not be', () => {
    expect(readings('d = x_t', 'd = 0')[1]).toBe(
      'This name was given to something that could not be read.',
    );
  });
});

describe('lines that go on from others', () => {
  it.each([
    [
      ['l^2', '\\le 1', '< 2'],
      ['start l^{2}', 'l^{2} \\le 1', '1 < 2'],
    ],
    [
      ['|x_t|', '\\to 0'],
      ['start |x_t|', '|x_t| \\to 0'],
    ],
    [
      ['l = 1', '\\Rightarrow l > 0'],
      ['l = 1', 'l > 0'],
    ],
    [
      ['l < 1', '-> l < 2'],
      ['l < 1', 'l < 2'],
    ],
    [
      ['d = l^2', '\\le 1'],
      ['names d = l^{2}', 'l^{2} \\le 1'],
    ],
    [
      ['l = 1', 'so it is', '= \\mu'],
      ['l = 1', 'words', '1 = \\mu'],
    ],
    [
      ['l = 1', 'l = q', '= \\mu'],
      ['l = 1', '“q” is not a symbol of this part.', 'Something is missing before “=”.'],
    ],
    [
      ['l^2', 'l > 0'],
      ['Nothing is claimed of this: write an equation, an inequality or a limit.', 'l > 0'],
    ],
  ])('%j', (lines, expected) => {
    expect(readings(...lines)).toEqual(expected);
  });
});

describe('limits and zeros', () => {
  const moves = 'What it tends to may not change with $t$; write that the difference tends to 0.';
  it.each([
    ['x_t \\to x_{t+1}', moves],
    ['v_t \\to x_t', moves],
    ['x_t \\to \\lim v_t', 'x_t \\to \\lim\\left(v_t\\right)'],
    ['x_t \\to a', 'x_t \\to a'],
    ['\\lim x_t = 0-\\mu\\cdot0 = 0', '\\lim\\left(x_t\\right) = 0 = 0'],
    ['x_t \\to \\frac1\\mu(\\mu\\cdot 0-0) = 0', 'x_t \\to 0 = 0'],
    ['x_t = \\mu', 'The two sides are $n \\times 1$ and $1 \\times 1$, which do not fit.'],
    ['x_t = 1 - 1', 'The two sides are $n \\times 1$ and $1 \\times 1$, which do not fit.'],
  ])('%s', (line, expected) => {
    expect(readings(line)).toEqual([expected]);
  });
});

describe('words', () => {
  it.each([
    ['the nearest neighbour is positive', 'words'],
    ['und somit l < 1', 'l < 1'],
    ['und somit q < 1', '“q” is not a symbol of this part.'],
    ['there is a number with q < 1', expect.stringContaining('That this holds for some')],
  ])('%s', (line, expected) => {
    expect(readings(line)).toEqual([expected]);
  });
});

describe('indices in plain text', () => {
  it.each([
    ['v_t = x_t+1-x_t-1', 'v_t = x_{t+1}-x_{t-1}'],
    ['d_t = x_t-1', 'names d_t = x_{t-1}'],
    ['so ||x_t-x_t-1|| -> 0', '|x_t-x_{t-1}| \\to 0'],
  ])('%s reads as in the visual field', (line, says) => {
    expect(readings(line)).toEqual([says]);
  });

  it('leave an error at its place, and the line as it was written', () => {
    const line = 'x_t-1 = q';
    const { read } = readSteps([{ claim: line }], spec);
    expect(read[0]).toMatchObject({ kind: 'unreadable', text: line, error: { start: 8, end: 9 } });
  });
});

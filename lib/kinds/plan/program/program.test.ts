import { describe, expect, it } from 'vitest';
import { symbolTable } from '@/lib/math/notation/symbol-table';
import { readProgram } from './program';

const table = symbolTable([
  { id: 'A', latex: 'A', type: { kind: 'matrix', shape: ['m', 'n'] } },
  { id: 'x', latex: 'x', type: { kind: 'matrix', shape: ['n', 1] } },
]);
if (!table.ok) throw new Error('the table is broken');
const { value: symbols } = table;

const outputs = [{ name: 'd', label: '\\nabla_d', leftSides: ['\\nabla_d', 'd', 'd_1'] }];

function read(...steps: string[]) {
  return readProgram(steps, { outputs }, symbols).lines.map(({ line, output, step }) =>
    step.ok
      ? { line, output, shape: step.value.shape }
      : { line, output, message: step.error.message },
  );
}

describe('readProgram', () => {
  it('gives names the shape of what they stand for, and lets the lines below use them', () => {
    expect(read('a = A x', '', 'd = a^T A')).toEqual([
      { line: 1, output: null, shape: ['m', 1] },
      { line: 3, output: 'd', shape: [1, 'n'] },
    ]);
  });

  it('knows an output by any of its left sides, also transposed', () => {
    for (const left of ['d', 'd_{1}', '\\nabla_d', 'd^\\top'])
      expect(read(`${left} = A x`)[0]?.output).toBe('d');
  });

  it('passes over words also where a visual field wrote the spaces between them', () => {
    for (const step of [
      'first a = A x',
      'first\\:a\\:=A\\:x',
      'a=A x\\:(reused\\:again)',
      '\\:a=Ax',
    ])
      expect(read(step)).toEqual([{ line: 1, output: null, shape: ['m', 1] }]);
  });

  it('lets an output be used by its other names', () => {
    expect(read('d_1 = A x', 'b = \\nabla_d^\\top A')[1]).toMatchObject({ shape: [1, 'n'] });
  });

  it.each([
    [['A = x'], 'is given'],
    [['a = x', 'a = A x'], 'from line 1 already'],
    [['d = x', 'd_1 = A x'], 'from line 1 already'],
    [['b = A a', 'a = x'], 'only in line 2'],
    [['a = A a'], 'from itself'],
    [['a = (', 'b = A a'], 'line 1 could not be read'],
    [['a = A A'], 'inner dimensions'],
    [['a = \\|x\\|'], 'made of products'],
    [[`a = ${'x^T x '.repeat(20)}`], 'more than 30 factors'],
    [['A x'], 'in front'],
  ])('%j: %s', (steps, message) => {
    const said = read(...steps).map((line) => ('message' in line ? line.message : ''));
    expect(said.join(' ')).toContain(message);
  });

  it('keeps places where a line was numbered by hand', () => {
    const [line] = readProgram(['1. a = A q'], { outputs }, symbols).lines;
    expect(line?.step).toMatchObject({ ok: false, error: { start: 9 } });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompareOptions, type Comparison, compare } from './compare';
import { readStatement } from './read';
import type { SymbolTable } from './symbol-table';
import { EXAMPLE_SYMBOLS, readOf, tableOf } from './testing';
import type { Tree } from './tree';

const exam = tableOf(EXAMPLE_SYMBOLS);
const reals = tableOf([], { defaultScalar: { domain: 'real' } });
const positive = tableOf([], { defaultScalar: { domain: '(0, inf)' } });
const complex = tableOf([], { defaultScalar: { domain: 'complex' } });
const integers = tableOf([], { defaultScalar: { domain: 'integer' } });

function judge(
  reference: string,
  answer: string,
  table: SymbolTable = reals,
  options: Partial<CompareOptions> = {},
): Comparison {
  return compare(readOf(reference, table).tree, readOf(answer, table).tree, table, {
    seed: 'test',
    ...options,
  });
}

describe('right in another form', () => {
  it.each([
    ['(x+1)^2', 'x^2+2*x+1'],
    ['(x^2-1)/(x-1)', 'x+1'],
    ['sin(x)^2+cos(x)^2', '1'],
    ['x^8-1', '(x-1)*(x+1)*(x^2+1)*(x^4+1)'],
    ['tan(x)', 'sin(x)/cos(x)'],
    ['cosh(x)^2-sinh(x)^2', '1'],
    ['0', 'sin(2*x)-2*sin(x)*cos(x)'],
    ['exp(x+y)', 'exp(x)*exp(y)'],
    ['abs(x)', 'sqrt(x^2)'],
    ['abs(x)', 'max(x,-x)'],
    ['x^(1/3)', '\\sqrt[3]{x}'],
    ['1/3', '2/6'],
    ['sqrt(3+2*sqrt(2))', '1+sqrt(2)'],
    ['exp(1000)/exp(999)', 'e'],
    ['10^400/10^399', '10'],
    ['log(exp(800))', '800'],
    ['n!/(n-1)!', 'n'],
    ['binomial(5,2)', '10'],
    ['atan(1)', 'pi/4'],
    ['floor(x)+1', 'floor(x+1)'],
    ['sign(x)*abs(x)', 'x'],
    ['(1-exp(-x))/x', '(exp(x)-1)/(x*exp(x))'],
    ['1/(1+exp(-x))', 'exp(x)/(1+exp(x))'],
    ['log(1+exp(x))', 'x+log(1+exp(-x))'],
  ])('%s and %s', (reference, answer) => {
    expect(judge(reference, answer)).toEqual({ verdict: 'right', transposed: false });
    expect(judge(answer, reference).verdict).toBe('right');
  });

  it.each([
    ['log(x*y)', 'log(x)+log(y)'],
    ['sqrt(x)*sqrt(y)', 'sqrt(x*y)'],
    ['log(x^2)', '2*log(x)'],
    ['(x^a)^b', 'x^(a*b)'],
    ['log(lambda/mu)+mu/lambda-1', '-log(mu/lambda)+(mu-lambda)/lambda'],
  ])('%s and %s, for positive numbers', (reference, answer) => {
    expect(judge(reference, answer, positive).verdict).toBe('right');
  });

  it.each([
    ['exp(i*x)', 'cos(x)+i*sin(x)'],
    ['(z+conj(z))/2', 're(z)'],
    ['z*conj(z)', 'abs(z)^2'],
  ])('%s and %s, for complex numbers', (reference, answer) => {
    expect(judge(reference, answer, complex).verdict).toBe('right');
  });

  it('holds on integers only where integers are declared', () => {
    expect(judge('cos(pi*n)', '(-1)^n', integers).verdict).toBe('right');
    expect(judge('sin(pi*n)', '0', integers).verdict).toBe('right');
    expect(judge('sin(pi*n)', '0', reals).verdict).toBe('wrong');
  });
});

describe('wrong, however near', () => {
  it.each([
    ['x', 'x*1.000000000001'],
    ['1/3', '0.333'],
    ['1/3', '0.333333333333333'],
    ['x', 'x+0.00000000000001'],
    ['pi', '3.14159265358979'],
    ['abs(x)', 'x'],
    ['sqrt(x^2)', 'x'],
    ['log(x^2)', '2*log(x)'],
    ['max(x-100,0)', '0'],
    ['abs(x-1000)', '1000-x'],
    ['max(x+300,0)', 'x+300'],
    ['x', 'floor(x)'],
    ['x^2', 'x^3'],
    ['sqrt(x-3)*sqrt(x-5)', 'sqrt((x-3)*(x-5))'],
    ['a-b', 'b-a'],
    ['x*(x-1)*(x-2)*(x-3)*(x+1)*(x+2)', '0'],
    ['exp(x)', '1+x+x^2/2+x^3/6'],
  ])('%s is not %s', (reference, answer) => {
    const outcome = judge(reference, answer);
    expect(outcome.verdict).toBe('wrong');
    if (outcome.verdict === 'wrong') {
      expect(outcome.witness.reference).not.toBe(outcome.witness.answer);
    }
  });

  it('shows a point that a person can check', () => {
    expect(judge('x^2', '2*x+1')).toMatchObject({
      witness: { at: [{ latex: 'x', value: '2' }], reference: '4', answer: '5' },
    });
  });
});

describe('matrices and functions', () => {
  it.each([
    ['(J_f^g x_t)^T', 'x_t^T (J_f^g)^T'],
    ['M^{-1} M x_t', 'x_t'],
    ['\\|x_t\\|^2', 'x_t^T x_t'],
    ['\\|x_t - x_{t-1}\\|^2', 'x_t^T x_t - 2 x_t^T x_{t-1} + x_{t-1}^T x_{t-1}'],
    ['trace(x_t x_t^T)', 'x_t \\cdot x_t'],
    ['g(x_t) - g(x_t)', '0'],
    ['det(2M)/det(M)', '2^1 \\det(2M) / (2 \\det M)'],
  ])('%s and %s', (reference, answer) => {
    expect(judge(reference, answer, exam)).toMatchObject({ verdict: 'right' });
  });

  it.each([
    ['M M^T', 'M^T M'],
    ['g(x_t + x_{t-1})', 'g(x_t) + g(x_{t-1})'],
    ['g(2 x_t)', '2 g(x_t)'],
    ['\\|x_t + x_{t-1}\\|', '\\|x_t\\| + \\|x_{t-1}\\|'],
  ])('%s is not %s', (reference, answer) => {
    expect(judge(reference, answer, exam).verdict).toBe('wrong');
  });

  it('accepts the transposed where the author does, and says so', () => {
    const options = { upTo: 'transpose' } as const;
    const gradient = 'J_g^{\\mathcal{L}} J_f^g';
    const column = '(J_f^g)^T (J_g^{\\mathcal{L}})^T';
    expect(judge(gradient, column, exam, options)).toEqual({ verdict: 'right', transposed: true });
    expect(judge(gradient, gradient, exam, options)).toEqual({
      verdict: 'right',
      transposed: false,
    });
    expect(judge('M', 'M^T', exam, options)).toEqual({ verdict: 'right', transposed: true });
    expect(judge('M', '2 M^T', exam, options).verdict).toBe('wrong');
  });
});

describe('options', () => {
  it('judges only where the condition holds', () => {
    const where = readStatement('x > 0', reals);
    if (!where.ok) throw new Error(where.error.message);
    expect(judge('abs(x)', 'x', reals, { where: where.value }).verdict).toBe('right');
    expect(judge('abs(x)', 'x').verdict).toBe('wrong');
  });

  it('computes defined symbols from the others', () => {
    const definitions = new Map<string, Tree>([['b', readOf('a^2', exam).tree]]);
    expect(judge('b', 'a^2', exam, { definitions }).verdict).toBe('right');
    expect(judge('b', 'a', exam, { definitions }).verdict).toBe('wrong');
  });

  it('allows a constant where the author does', () => {
    expect(judge('x^2', 'x^2+7', reals, { upTo: 'constant' }).verdict).toBe('right');
    expect(judge('x^2', 'x^2+x', reals, { upTo: 'constant' }).verdict).toBe('wrong');
  });

  it('is the same for the same seed', () => {
    expect(judge('x*y^2', 'x^2*y')).toEqual(judge('x*y^2', 'x^2*y'));
  });

  it('asks a person where nothing is defined', () => {
    expect(judge('log(-x^2-1)', 'log(-x^2-2)').verdict).toBe('review');
  });
});

describe('explanations', () => {
  it.each([
    ['x-y', 'y-x', 'sign'],
    ['x/y', 'y/x', 'swapped'],
    ['x^2+1', '1/(x^2+1)', 'reciprocal'],
    ['x^2+sin(x)+1', 'x^2+1', 'missing'],
    ['x^2', '2*x^2', '$2$ times'],
    ['x^2', 'x^2+3', 'constant $3$'],
    ['log(x)', 'log10(x)', 'base of a logarithm'],
  ])('%s against %s: %s', (reference, answer, says) => {
    const outcome = judge(reference, answer, positive);
    if (outcome.verdict !== 'wrong') throw new Error(outcome.verdict);
    expect(outcome.explanation).toContain(says);
  });

  it('says nothing where nothing simple fits', () => {
    const outcome = judge('x^2', 'x^3+sin(x)');
    if (outcome.verdict !== 'wrong') throw new Error(outcome.verdict);
    expect(outcome.explanation).toBeUndefined();
  });
});

describe('random rewrites and mutations', () => {
  const number = fc
    .integer({ min: 1, max: 9 })
    .map((value): Tree => ({ kind: 'number', text: String(value) }));
  const variable = fc.constantFrom<Tree>({ kind: 'symbol', id: 'x' }, { kind: 'symbol', id: 'y' });
  const { expression } = fc.letrec<{ expression: Tree }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(number, variable, variable),
      fc
        .tuple(fc.constantFrom('add', 'subtract', 'multiply'), tie('expression'), tie('expression'))
        .map(([kind, left, right]): Tree => ({ kind, left, right })),
      fc
        .tuple(fc.constantFrom('sin', 'exp', 'atan'), tie('expression'))
        .map(([name, arg]): Tree => {
          return { kind: 'call', name, args: [arg] };
        }),
    ),
  }));
  const two: Tree = { kind: 'number', text: '2' };
  const one: Tree = { kind: 'number', text: '1' };
  const binary = (
    kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'power',
    left: Tree,
    right: Tree,
  ): Tree => ({ kind, left, right });
  const call = (name: 'sin' | 'cos' | 'exp' | 'ln', arg: Tree): Tree => ({
    kind: 'call',
    name,
    args: [arg],
  });

  /** Each gives an expression that equals `t` everywhere. */
  const rewrites: readonly ((t: Tree, u: Tree) => Tree)[] = [
    (t, u) => binary('subtract', binary('add', t, u), u),
    (t) => binary('divide', binary('multiply', two, t), two),
    (t) => ({ kind: 'negate', operand: { kind: 'negate', operand: t } }),
    (t) =>
      binary(
        'subtract',
        binary('power', binary('add', t, one), two),
        binary('add', binary('add', binary('power', t, two), t), one),
      ),
    (t, u) =>
      binary(
        'multiply',
        t,
        binary('add', binary('power', call('sin', u), two), binary('power', call('cos', u), two)),
      ),
    (t, u) =>
      binary('add', t, binary('subtract', binary('multiply', t, u), binary('multiply', u, t))),
    (t) => call('ln', call('exp', call('sin', t))) && t,
  ];

  it('rewrites stay right', () => {
    fc.assert(
      fc.property(expression, expression, fc.constantFrom(...rewrites), (t, u, rewrite) => {
        const outcome = compare(t, rewrite(t, u), reals, { seed: 'rewrite' });
        expect(outcome.verdict).not.toBe('wrong');
      }),
      { numRuns: 150 },
    );
  });

  it('mutations become wrong, with two different values', () => {
    const mutations: readonly ((t: Tree) => Tree)[] = [
      (t) => binary('add', t, { kind: 'number', text: '0.001' }),
      (t) => binary('multiply', t, { kind: 'number', text: '1.0001' }),
      (t) => ({ kind: 'negate', operand: t }),
    ];
    fc.assert(
      fc.property(expression, fc.constantFrom(...mutations), (t, mutate) => {
        // What is zero everywhere stays what it is when it is multiplied.
        fc.pre(
          compare(t, { kind: 'number', text: '0' }, reals, { seed: 'zero' }).verdict === 'wrong',
        );
        const outcome = compare(t, mutate(t), reals, { seed: 'mutate' });
        expect(outcome.verdict).not.toBe('right');
        if (outcome.verdict === 'wrong')
          expect(outcome.witness.reference).not.toBe(outcome.witness.answer);
      }),
      { numRuns: 150 },
    );
  });
});

describe('hostile numbers', () => {
  it.each([
    '9^9^9^9',
    '9999!',
    '3!!!!!',
    '10^-10^10',
    'exp(exp(exp(exp(10))))',
    'sin(10^300)',
    '0/0',
    '1/0',
    '(-1)^0.5',
    'gamma(-0.5)^99',
    '2^4!!!',
  ])('%s is judged or reviewed, never thrown', (source) => {
    expect(['right', 'wrong', 'review']).toContain(judge(source, 'x').verdict);
    expect(judge(source, source).verdict).not.toBe('wrong');
  });
});

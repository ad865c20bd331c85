import { describe, expect, it } from 'vitest';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { readStatement } from '@/lib/math/reading/read';
import { EXAMPLE_SYMBOLS, readOf, tableOf } from '@/lib/math/testing/tables';
import { compare } from './compare';
import type { CompareOptions, Comparison } from './outcome';

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
    ['x', 'x+exp(exp(x))-exp(exp(x))'],
    ['exp(x)', 'log(exp(exp(x)))'],
    ['-exp(exp(x))', 'log(exp(-exp(exp(x))))'],
    ['(x-a)^6000', '(a-x)^6000'],
    ['e^50000', 'e^(100*500)'],
  ])('%s and %s', (reference, answer) => {
    expect(judge(reference, answer)).toMatchObject({ verdict: 'right', transposed: false });
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
    ['x', 'x+max(0,x-1000000)'],
    ['0', '1e-300'],
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
    expect(judge(gradient, column, exam, options)).toMatchObject({
      verdict: 'right',
      transposed: true,
    });
    expect(judge(gradient, gradient, exam, options)).toMatchObject({
      verdict: 'right',
      transposed: false,
    });
    expect(judge('M', 'M^T', exam, options)).toMatchObject({ verdict: 'right', transposed: true });
    expect(judge('M', '2 M^T', exam, options).verdict).toBe('wrong');
    expect(judge('M', '2 M', exam, options)).toMatchObject({
      explanation: expect.stringContaining('$2$ times'),
    });
    // Its own transposed: nothing was turned.
    expect(judge('M + M^T', 'M^T + M', exam, options)).toMatchObject({ transposed: false });
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
    expect(judge('x^2', 'x^2+7', reals, { upTo: { constantIn: null } }).verdict).toBe('right');
    expect(judge('x^2', 'x^2+x', reals, { upTo: { constantIn: null } }).verdict).toBe('wrong');
  });

  it('is the same for the same seed', () => {
    expect(judge('x*y^2', 'x^2*y')).toEqual(judge('x*y^2', 'x^2*y'));
  });

  it('differentiates what symbols are defined as', () => {
    const definitions = new Map<string, Tree>([
      ['h', readOf('k^2', reals).tree],
      ['k', readOf('3x', reals).tree],
    ]);
    const derivative = '\\frac{d}{dx} h';
    expect(judge('18x', derivative, reals, { definitions }).verdict).toBe('right');
    expect(judge('9x', derivative, reals, { definitions }).verdict).toBe('wrong');
  });

  it.each<[string, string, string, Partial<CompareOptions>?]>([
    ['log(-x^2-1)', 'log(-x^2-2)', 'too few points at which both sides are defined'],
    ['log(-x^2-1)', 'log(-x^2-2)', 'too few points', { upTo: { constantIn: null } }],
    ['log(-1)', 'log(-2)', 'neither side has a value'],
    ['9^9^9^9', '9^9^9^9+1', 'too large'],
    ['10^{12}(10^{12}+1)/2', '\\sum_{k=1}^{10^{12}} k', 'too large'],
    ['1', '\\prod_{k=1}^{10^{12}} 1', 'too large'],
    ['2', '\\sum_{k=-10^{12}}^0 2^k', 'too large'],
    ['2', '\\sum_{k=10^{12}}^\\infty 2^{-k}', 'could not be worked out'],
    ['x+floor(e^(e^(x^2+9)))', 'floor(e^(e^(x^2+9)))', 'too much work'],
  ])('asks a person about %s and %s: %s', (reference, answer, why, options) => {
    const outcome = judge(reference, answer, reals, options);
    expect(outcome).toMatchObject({ verdict: 'review', reason: expect.stringContaining(why) });
  });

  it.each([
    ['1', 'log(-1)'],
    ['log(-1)', '1'],
    ['x', 'log(-x^2-1)'],
  ])('calls %s and %s different, of which one has no value', (reference, answer) => {
    const outcome = judge(reference, answer);
    if (outcome.verdict !== 'wrong') throw new Error(outcome.verdict);
    const { witness } = outcome;
    expect([witness.reference, witness.answer]).toContain('\\text{undefined}');
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

describe('what hides', () => {
  it.each([
    ['far down', 'x', 'x+10^-20'],
    ['behind saturation', 'tanh(200)', '1'],
    ['behind rounding', 'cos(10^-8)*x', 'x'],
    ['in a narrow piece', 'max(x-7.1,0)*max(7.2-x,0)', '0'],
    ['in a far piece', 'max(x,10^6)', '10^6'],
    ['at one point', '[x>0]', '[x>=0]'],
    ['behind infinity', 'infinity', '-infinity'],
  ])('%s: %s is not %s', (_, reference, answer) => {
    expect(judge(reference, answer).verdict).toBe('wrong');
  });

  it.each([
    ['(x^2)^(1/2)', 'abs(x)'],
    ['sin(2*x)+exp(exp(y))-exp(exp(y))', 'sin(2*x)'],
    ['0^0', '1'],
    ['infinity', 'infinity'],
    ['[0<x<1]', '[0<x]*[x<1]'],
  ])('%s is %s', (reference, answer) => {
    expect(judge(reference, answer).verdict).toBe('right');
  });

  it('is bounded in time far out', () => {
    for (const source of ['sinh(50000*x)', 'cosh(123456.5)*x', 'asinh(10^(10^5)*x)'])
      expect(judge(source, `2*${source}`).verdict).not.toBe('right');
  });
});

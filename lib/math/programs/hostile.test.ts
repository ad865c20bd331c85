import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { MATHJS_NAMES } from './library';
import { loadMathjs } from './mathjs';
import { tried } from './testing';

/** Long before a grading thread is ended; reading and running, on a machine that is busy. */
const QUICKLY_MS = 4000;

const repeated = (text: string, count: number) => text.repeat(count);

/** What the security page of mathjs says to disable, and what else leads to code or settings. */
const DOORS = [
  ...['import', 'createUnit', 'evaluate', 'parse', 'simplify', 'derivative', 'resolve'],
  ...['config', 'reviver', 'chain', 'typed', 'compile', 'parser', 'create', 'expression', 'type'],
];

const TO_CODE = [
  'process',
  'process.exit(1)',
  'globalThis',
  'global.process',
  'this',
  'require("fs")',
  'constructor',
  'Function("return process")()',
  'Function("return process")(1)',
  'cos.constructor("return process")(1)',
  'cos.constructor("return process")()',
  '[].map.constructor("return 1")()',
  'f(x) = x; f.constructor',
  'f(x) = x; f["constructor"]',
  'a = [1]; a["__proto__"]',
  'a = {}; a.constructor',
  '{"__proto__": 1}',
  '__proto__',
  '__proto__ = 1; __proto__.polluted',
  'toString()',
  'hasOwnProperty(1)',
  'x = 1; x.toFixed(2)',
  'import({a: 1})',
  'import("fs")',
  'f(x) = import(x); f(1)',
  'createUnit("knot")',
  'evaluate("1+1")',
  'parse("1+1")',
  'parser()',
  'compile("1")',
  'simplify("x+x")',
  'derivative("x^2", "x")',
  'resolve("x")',
  'config({predictable: true})',
  'reviver(1)',
  'chain(1)',
  'typed("f", 1)',
  'expression.docs',
  'expression.mathWithTransform',
  'math.evaluate("1")',
  'type',
  'subset({a: 1}, index("a"))',
  'index(1)',
  'map([1], evaluate)',
  'map(["1+1"], number)',
  'help(sin)',
  'unit("5 cm")',
  '5 cm',
  '2 m to cm',
  'bignumber(10)^bignumber(10)^bignumber(10)',
  'fraction(1, 3)',
  'fetch(1)',
  'pickRandom([1, 2])',
  'now()',
  'f(constructor) = constructor.x; f(1)',
];

const TOO_MUCH: Readonly<Record<string, string>> = {
  'endless recursion': 'f(x) = f(x + 1)\nf(1)',
  'mutual recursion': 'f(x) = g(x); g(x) = f(x); f(1)',
  'exponential recursion': 'f(n) = n < 1 ? 1 : f(n - 1) + f(n - 1)\nf(60)',
  'recursion through map': 'f(x) = sum(map([x, x], f))\nf(1)',
  'a range without bound': '1:1e12',
  'an infinite range': '1:Infinity',
  'a range without steps': '1:0:5',
  'a range of tiny steps': '0:1e-300:1',
  'a huge range by name': 'range(1, 1e12)',
  'huge zeros': 'zeros(1e5, 1e5)',
  'huge ones': 'ones([1e5, 1e5])',
  'many dimensions': 'zeros(10, 10, 10, 10, 10)',
  'a huge identity': 'identity(1e9)',
  'a huge diagonal': 'diag(1:10000)',
  'a long random list': 'random([1e9])',
  'rows and columns repeated': 'A = ones(10000, 1); B = ones(1, 10000); A + B',
  'an outer product': 'ones(10000, 1) * ones(1, 10000)',
  'a Kronecker product': 'kron(ones(100, 100), ones(100, 100))',
  'an entry far out': 'a = [1]; a[1e9] = 1',
  'an entry far out of a matrix': 'a = [1, 2; 3, 4]; a[1e5, 1e5] = 1',
  'lists that double': `a = [1]\n${repeated('a = concat(a, a)\n', 40)}a`,
  'work on large matrices': `A = ones(100, 100)\n${repeated('A = A * A\n', 50)}A`,
  'powers of large matrices': 'A = ones(100, 100); A ^ 1e9',
  'inverses of large matrices': `A = identity(100)\n${repeated('A = inv(A)\n', 9)}A`,
  'eigenvalues of large matrices': 'norm(ones(100, 100))',
  'loops in loops': 'g(y) = y; f(x) = sum(map(1:1000, g)); forEach(1:1000, f)',
  'binomials that count': 'combinations(1e12, 5e11)',
  'permutations that count': 'permutations(1e12)',
  'primes that count': 'isPrime(9007199254740881)',
  'deep lists': `${repeated('[', 500)}1${repeated(']', 500)}`,
  'deep parentheses': `${repeated('(', 1900)}1${repeated(')', 1900)}`,
  'many signs': `${repeated('-', 3900)}1`,
  'towers of powers': `${repeated('2^', 1900)}2`,
  'many choices': `${repeated('1?', 900)}1${repeated(':1', 900)}`,
  'lists of lists of lists': '[[[1]]]',
  'deep reshaping': 'reshape([1], ones(1000))',
  'texts that double': `s = "x"\n${repeated('s = concat(s, s)\n', 60)}s`,
  'long texts': 'print("$x", {x: 1}, 1e9)',
  'a long program': repeated('a = 1\n', 1000),
  'a program that ends early': 'f(x = ',
  'many lines that stay open': repeated('[\n', 1900),
  'no program': '\n# nothing\n',
};

describe('what leads out of a program', () => {
  it.each(TO_CODE)('%s is refused', async (text) => {
    const before = JSON.stringify(Object.keys(globalThis));
    const outcome = await tried(text);
    expect(outcome).toMatchObject({ ok: false, error: { line: 1 } });
    expect(JSON.stringify(Object.keys(globalThis))).toBe(before);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('is not among the functions of mathjs that are called', async () => {
    const { functionOf } = await loadMathjs();
    for (const name of [...DOORS, 'constructor', '__proto__', 'toString'])
      expect(functionOf(name), name).toBeNull();
    for (const name of MATHJS_NAMES) expect(functionOf(name), name).toBeTypeOf('function');
  });
});

describe('what would take too much', () => {
  it.each(Object.entries(TOO_MUCH))('%s', async (_, text) => {
    await loadMathjs();
    const start = performance.now();
    const outcome = await tried(text);
    expect(performance.now() - start).toBeLessThan(QUICKLY_MS);
    if (outcome.ok)
      throw new Error(`it ran: ${JSON.stringify(outcome.value.value)?.slice(0, 100)}`);
    expect(outcome.error.line).toBeGreaterThan(0);
    expect(outcome.error.message).not.toBe('');
    // Refused for what it takes, and not for a name.
    expect(outcome.error.message).not.toContain('neither given');
    expect(outcome.error.message.length).toBeLessThan(300);
  });
});

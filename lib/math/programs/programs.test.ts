import { all, create } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { tried } from './testing';
import type { Data } from './value';

/** What a program gives as plain numbers; complex ones as texts. */
async function plainValue(text: string, inputs: Readonly<Record<string, Data>> = {}) {
  const outcome = await tried(text, inputs);
  if (!outcome.ok) throw new Error(`line ${outcome.error.line}: ${outcome.error.message}`);
  return plain(outcome.value.value);
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

const math = create(all ?? {});

/** The value of the last statement as mathjs has it. */
function byMathjs(text: string): unknown {
  const value: unknown = math.evaluate(text);
  const last: unknown = math.isResultSet(value) ? value.entries.at(-1) : value;
  return plain(math.isMatrix(last) ? last.valueOf() : last);
}

describe('a program is what mathjs makes of it', () => {
  it.each([
    '1 + 2 * 3 ^ 2 / 4 - -1',
    '2 ^ 3 ^ 2',
    '-2 ^ 2',
    '1 / 2 pi',
    '7 % 3 + 5!',
    '10%',
    'a = 2; 3a^2',
    '1 < 2 < 3 and not (3 < 2)',
    '0 or 2',
    'true xor false',
    '1 == 1 + 1e-15',
    'sqrt(-4) * i',
    '(-8) ^ (1 / 3)',
    'e ^ (i pi)',
    '[1, 2; 3, 4] * [5, 6; 7, 8]',
    '[1, 2; 3, 4] * [5, 6]',
    '[1, 2] * [3, 4]',
    '[1, 2; 3, 4] .* [5, 6; 7, 8] - 1',
    '[1, 2, 3] .* [1; 2]',
    "[1, 2; 3, 4]'",
    '[1, 2; 3, 4] ^ 3',
    '[1, 2; 3, 4] / 2',
    '2 / [1, 2; 3, 5]',
    'inv([1, 2; 3, 5])',
    'det([1, 2; 3, 4]) + trace([1, 2; 3, 4])',
    '1:5',
    '5:-2:0',
    '0:0.25:1',
    '3:2',
    '5:-1:5',
    'range(1, 4)',
    'A = [1, 2; 3, 4]; A[2, :]',
    'A = [1, 2; 3, 4]; A[:, 1]',
    'A = [1, 2; 3, 4]; A[end, 1]',
    'A = [1, 2; 3, 4]; A[1:2, [2]]',
    'v = [1, 2, 3]; v[end]',
    'v = [1, 2, 3]; v[end - 1:end]',
    'v = [1, 2, 3]; v[[true, false, true]]',
    'v = [1, 2, 3]; v[v[1] + 1]',
    'v = [1, 2]; v[5] = 7; v',
    'A = zeros(2, 2); A[2, 1] = 3; A',
    'A = zeros(2, 2); A[1, :] = [5, 6]; A',
    'A = zeros(2, 3); A[2, 3] = 4',
    'f(x) = x^2; map(1:4, f)',
    'map([1, 2; 3, 4], f(x) = 2x)',
    'map([5, 6], f(x, i) = i[1] * x)',
    'map([1, 4, 9], sqrt)',
    'filter(1:9, f(x) = mod(x, 3) == 0)',
    's = 0; forEach(1:4, f(x) = (s = s + x)); s',
    'f(n) = n <= 1 ? 1 : n * f(n - 1); f(6)',
    'f(x) = (g(y) = x + y); f(3); g(4)',
    'sum([1, 2; 3, 4], 1)',
    'max([1, 5; 3, 4], 2)',
    'mean([1, 2; 3, 4]) + std([1, 2, 4])',
    'cumsum([1, 2, 3])',
    'concat([1, 2], [3], [4, 5])',
    'concat([1, 2; 3, 4], [5; 6])',
    'reshape(1:6, [2, 3])',
    'diag([1, 2])',
    'identity(2) + ones(2, 2)',
    'kron([1, 2; 3, 4], [1, 0; 0, 1])',
    'cross([1, 0, 0], [0, 1, 0])',
    'norm([3, 4]) + norm([1, -2], 1)',
    'size([1, 2; 3, 4])',
    'sort([3, 1, 2])',
    'setDistinct([3, 1, 3])',
    'combinations(10, 3) + gcd(12, 18)',
    'round(2.567, 1) + floor(-0.5)',
    'log(8, 2) + log10(100)',
    'number(2 > 1)',
  ])('%s', async (text) => {
    expect(await plainValue(text)).toEqual(byMathjs(text));
  });
});

describe('a program of several lines', () => {
  it('has comments, lists over several lines and inputs', async () => {
    const text = '# a matrix\nA = [\n  1, x;\n  2, 3\n]\n\nA * v # the product';
    expect(await plainValue(text, { x: 5, v: [1, 2] })).toEqual([11, 8]);
  });

  it.each([
    ['a = 1\nb = 2 +* 3', 2, 'Value expected'],
    ['a = 1\n\nb = [1, 2', 3, 'expected'],
    ['a = 1\nc', 2, '"c" is neither given'],
    ['a = 1\nf(x) = x + y\nf(1)', 2, '"y" is neither given'],
    ['a = b\nb = 1', 1, 'no value yet'],
    ['f(x) = [1, 2][x]\na = 1\nf(3)', 1, 'no entry 3'],
    ['f(x) = x\n\nf(1, 2)', 3, 'takes 1 arguments'],
    ['f(x) = (x = 1)', 1, 'cannot be assigned'],
    ['[1, 2] + [1, 2, 3]', 1, 'imension'],
    ['a = 1\na(2)', 2, 'no function'],
    ['[1, 2; 3]', 1, ''],
  ])('%j fails in its line', async (text, line, says) => {
    const outcome = await tried(text);
    if (outcome.ok) throw new Error('it ran');
    expect(outcome.error.line).toBe(line);
    expect(outcome.error.message).toContain(says);
  });
});

describe('chance', () => {
  it('follows the seed', async () => {
    const text = 'random([3])';
    const [one, same, other] = await Promise.all(
      ['a', 'a', 'b'].map((seed) => tried(text, {}, seed)),
    );
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  it('has the ends that are asked for', async () => {
    const drawn = await plainValue(
      'concat(random([500], -1, 3), map(1:500, f(k) = randomInt(-1, 3)))',
    );
    if (!Array.isArray(drawn)) throw new Error('it is a list');
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(-1);
    expect(Math.max(...drawn)).toBeLessThan(3);
    expect(new Set(drawn.slice(500))).toEqual(new Set([-1, 0, 1, 2]));
  });
});

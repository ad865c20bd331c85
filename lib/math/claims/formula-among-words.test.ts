import { describe, expect, it } from 'vitest';
import { MOMENTUM_SYMBOLS, tableOf } from '@/lib/math/testing/tables';
import { formulaAmongWords } from './formula-among-words';

const table = tableOf(MOMENTUM_SYMBOLS);

describe('the formula of a line with words', () => {
  it.each([
    ['\\text{By definition } x_t = \\mu', 'x_t = \\mu'],
    ['\\text{mit dem Erwartungswert } 1/\\mu: x_t = \\mu', 'x_t = \\mu'],
    ['so we get x_t', 'x_t'],
    ['x_t = \\mu', undefined],
    ['\\text{the result is not } x_t = \\mu', undefined],
    ['\\text{first } = 1 \\text{, second } = \\mu', undefined],
    ['\\text{if } \\mu = 1 \\text{ then } x_t = \\mu', undefined],
  ])('%s', (line, expected) => {
    const found = formulaAmongWords(line, table);
    expect(found?.trim()).toBe(expected);
    if (found !== null) expect(found).toHaveLength(line.length);
  });
});

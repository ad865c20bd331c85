import { describe, expect, it } from 'vitest';
import { fromLiteral } from './ball';
import { showBall } from './ball-text';

describe('a ball as text', () => {
  const bits = 300;
  it.each([
    ['0', 6, '0'],
    ['1', 6, '1'],
    ['0.1', 6, '0.1'],
    ['123.456', 4, '123.5'],
    ['999.96', 4, '1000'],
    ['0.000012345', 3, '0.0000123'],
    ['12345678901', 4, '1.235 \\cdot 10^{10}'],
    ['1e-12', 3, '1 \\cdot 10^{-12}'],
  ])('%s with %d digits is %s', (text, digits, expected) => {
    expect(showBall(fromLiteral(text, bits), digits)).toBe(expected);
  });
});

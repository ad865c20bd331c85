import { describe, expect, it } from 'vitest';
import { realFloat } from '@/lib/math/arithmetic/real-float';
import { FUNCTIONS, functionOf, INVERSES } from './functions';

const entries = Object.values(FUNCTIONS);

describe('the table of functions', () => {
  it('has every word once', () => {
    const words = entries.flatMap(({ names }) => names);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('takes an inverse back to where it came from', () => {
    expect(INVERSES.size).toBe(12);
    for (const [name, inverse] of INVERSES) {
      const [there, back] = [functionOf(name), functionOf(inverse)];
      if (there.of !== 'numbers' || back.of !== 'numbers') throw new Error(`${name} is of numbers`);
      // 1.25 lies in the domain of acosh, asec, acsc and acoth, 0.8 in that of all others.
      const x = /^(cosh|sec|csc|coth)$/.test(name) ? 1.25 : 0.8;
      const value = realFloat.call(there, [realFloat.call(back, [realFloat.from(x)])]);
      expect(value.v, name).toBeCloseTo(x, 12);
    }
  });

  it('has slopes that agree with differences', () => {
    for (const [name, entry] of Object.entries(FUNCTIONS)) {
      if (entry.of !== 'numbers' || typeof entry.slope !== 'function') continue;
      const x = /^(acosh|asec|acsc|acoth)$/.test(name) ? 1.7 : 0.6;
      const at = (shift: number) => realFloat.call(entry, [realFloat.from(x + shift)]);
      const step = 2 ** -18;
      const difference = (at(step).v - at(-step).v) / (2 * step);
      expect(entry.slope(realFloat, realFloat.from(x), at(0)).v, name).toBeCloseTo(difference, 6);
    }
  });
});

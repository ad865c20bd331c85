import { describe, expect, it } from 'vitest';
import { readings } from './constructs';

describe('the table of constructs', () => {
  it('has one meaning for every sign between and behind operands', () => {
    for (const role of ['infixes', 'postfixes'] as const) {
      const signs = readings.flatMap((reading) =>
        (reading[role] ?? []).flatMap(({ signs }) => signs),
      );
      expect(signs.filter((sign, index) => signs.indexOf(sign) !== index)).toEqual([]);
    }
  });
});

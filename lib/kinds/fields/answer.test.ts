import { describe, expect, it } from 'vitest';
import { emptyFields, leftOut, storablePart } from './answer';

describe('the fields of an answer', () => {
  const spec = {
    fields: [
      { name: 'v', label: '\\nabla_v' },
      { name: 'w', label: '\\nabla_w' },
    ],
  };

  it('are named where they were left empty', () => {
    expect(emptyFields(spec, { fields: { v: 'x', w: ' ' } })).toEqual(['$\\nabla_w$']);
    expect(emptyFields(spec, { fields: { v: 'x', w: 'y' } })).toEqual([]);
    expect(emptyFields(spec, { fields: { w: 'y' } })).toEqual(['$\\nabla_v$']);
  });

  it('hold so much and no more, and it is said what is left out', () => {
    const long = 'a'.repeat(20_001);
    expect(storablePart(long)).toHaveLength(20_000);
    expect(leftOut(1)).toBe('the last 1 character is left out; there is room for 20,000.');
  });
});

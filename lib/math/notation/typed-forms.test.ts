import { describe, expect, it } from 'vitest';
import { asTyped, typedForms } from './typed-forms';

describe('forms as they are typed', () => {
  it.each([
    ['J_g^{\\mathcal L}', 'J_g^L'],
    ['\\varepsilon', 'epsilon'],
    ['\\left(x_{t-1}\\right)', '(x_t-1)'],
  ])('%s is typed %s', (latex, typed) => {
    expect(asTyped(latex)).toBe(typed);
  });

  it('are all signs with something below or above, inner ones too', () => {
    expect(typedForms('\\nabla_{f_a} l + x_{t-1}')).toEqual([
      { base: 'f', sub: 'a', sup: '' },
      { base: 'nabla', sub: 'f_a', sup: '' },
      { base: 'x', sub: 't-1', sup: '' },
    ]);
    expect(typedForms('J_g^{\\mathcal{L}}')).toEqual([{ base: 'J', sub: 'g', sup: 'L' }]);
  });
});

import { describe, expect, it } from 'vitest';
import { rightSign } from './typed-names';

const gradient = { typed: 'grad', command: '\\symgrad', isGradient: true };
const alpha = { typed: 'alpha', command: '\\alpha', isGradient: false };

describe('a name that became a sign', () => {
  it.each([
    ['of a gradient is ∇ with an index', gradient, 'grad', '_', false, '\\nabla'],
    ['of a gradient is ∇ of what follows', gradient, '2 grad ', 'f', false, '\\nabla'],
    ['of a gradient stays in front of a sign', gradient, 'grad ', '+', false, null],
    ['is what it is where a key put it', gradient, '', 'f', false, null],
    ['goes on as a word', gradient, 'the grad', 'i', true, 'grad'],
    ['goes on as a word, also a Greek letter', alpha, 'alpha', 'b', true, 'alpha'],
    ['is a sign beside words', alpha, 'alpha ', 'i', true, null],
    ['is a factor where no words are', alpha, 'alpha', 'x', false, null],
  ] as const)('%s', (_, name, typed, character, words, latex) => {
    expect(rightSign(name, { typed, character, words })).toBe(latex);
  });
});

import type { TryOut } from '../contract';

export const tryOut: TryOut = {
  prompt: 'Describe in which direction $f(x, y) = x$ grows fastest.',
  part: {},
};

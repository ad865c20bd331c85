import type { TryOut } from '../contract';

export const tryOut: TryOut = {
  prompt: String.raw`Describe in which direction $f(x, y) = x$ grows fastest.`,
  part: {},
};

import type { TryOut } from '../contract';

export const tryOut: TryOut = {
  prompt: String.raw`Show that $a < b$ and $b < c$ give $a < c$.`,
  part: {},
};

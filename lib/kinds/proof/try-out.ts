import type { TryOut } from '../contract';

export const tryOut: TryOut = {
  prompt: 'Show that $a < b$ and $b < c$ give $a < c$.',
  part: {},
};

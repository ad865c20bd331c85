import type { TryOut } from '../contract';

export const tryOut: TryOut = {
  prompt: 'How would you draw from the uniform distribution on $(0, 2)$?',
  part: {},
};

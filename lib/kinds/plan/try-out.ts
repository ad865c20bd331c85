import type { TryOut } from '../contract';

export const tryOut: TryOut = {
  prompt: 'In which order would you compute $A B c$?',
  part: {},
};

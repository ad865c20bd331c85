import type { TryOut } from '@/lib/kinds/contract';

export const tryOut: TryOut = {
  prompt: 'Say hello. Mathematics between dollar signs is typeset: try `$x^2$`.',
  part: {},
};

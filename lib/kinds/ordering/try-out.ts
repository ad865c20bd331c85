import type { TryOut } from '@/lib/kinds/contract';

export const tryOut: TryOut = {
  prompt: 'From the smallest to the largest: drag, or use the arrows beside each line.',
  part: {
    items: { k: '$e$', m: '$\\sqrt{2}$', u: '$\\pi$', z: '$1$' },
    reference: ['z', 'm', 'k', 'u'],
  },
};

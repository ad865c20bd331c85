import type { TryOut } from '@/lib/kinds/contract';

export const tryOut: TryOut = {
  prompt: 'Which letter comes first?',
  part: { options: { a: '$\\alpha$', b: '$\\beta$', c: '$\\gamma$' }, reference: ['a'] },
};

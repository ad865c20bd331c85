import type { TryOut } from '@/lib/kinds/contract';
import { golden } from './cases';

const [example] = golden;

export const tryOut: TryOut = {
  prompt:
    'Type $R_{k-1}$ into the first field: write R_k-1 with an underscore before k-1, or use the key.',
  part: example?.part,
};

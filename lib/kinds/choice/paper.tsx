'use client';

import type { PaperProps } from '@/lib/kinds/contract';
import { TickList } from '@/lib/kinds/printed';
import type { ChoiceSpec } from './answer';

/** The options with a box before each. */
export function Paper({ spec: { options, multiple } }: PaperProps<ChoiceSpec>) {
  return (
    <TickList
      what={multiple ? 'Tick all that apply.' : 'Tick one.'}
      mark={multiple ? '☐' : '○'}
      items={options}
    />
  );
}

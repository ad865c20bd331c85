'use client';

import { Fragment } from 'react';
import type { PaperProps } from '@/lib/kinds/contract';
import { Tex } from '@/lib/ui/markdown';
import type { GraphSpec } from './answer';

/** The nodes that there are to draw. */
export function Paper({ spec: { palette } }: PaperProps<GraphSpec>) {
  return (
    <p>
      Nodes to choose from:{' '}
      {palette.map(({ id, latex }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <Tex authored>{latex}</Tex>
        </Fragment>
      ))}
    </p>
  );
}

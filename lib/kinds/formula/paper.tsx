'use client';

import type { PaperProps } from '@/lib/kinds/contract';
import { FieldLabels } from '@/lib/kinds/printed';
import type { FormulaSpec } from './answer';

/** The left side of each field. */
export function Paper({ spec: { fields } }: PaperProps<FormulaSpec>) {
  return <FieldLabels labels={fields.map(({ label }) => label)} />;
}

'use client';

import type { PaperProps } from '@/lib/kinds/contract';
import { FieldLabels } from '@/lib/kinds/printed';
import type { RecurrenceSpec } from './answer';

/** The left side of each field. */
export function Paper({ spec: { fields } }: PaperProps<RecurrenceSpec>) {
  return <FieldLabels labels={fields.map(({ label }) => label)} />;
}

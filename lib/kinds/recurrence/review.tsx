'use client';

import { Stack } from '@mantine/core';
import { z } from 'zod';
import type { ReviewProps } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import { FieldsReview, referenceTexts } from '@/lib/kinds/fields/fields-review';
import { usePartTable } from '@/lib/kinds/fields/use-part-table';
import type { RecurrenceKey, RecurrenceSpec } from './answer';
import { StackPicture } from './stack-picture';

const failingStack = z.object({
  stack: z.array(z.object({ kernel: z.number(), stride: z.number() })).max(8),
});

export function Review({
  spec,
  reference,
  answer,
  checks,
  label,
}: ReviewProps<RecurrenceSpec, RecurrenceKey, FieldsAnswer>) {
  const symbols = usePartTable(spec);
  const failing = checks
    .map(({ witness }) => failingStack.safeParse(witness?.data))
    .find((parsed) => parsed.success);
  return (
    <Stack gap="sm">
      <FieldsReview
        fields={spec.fields}
        conventions={symbols?.conventions ?? []}
        references={referenceTexts(reference?.key.fields)}
        answer={answer}
        label={label}
      />
      {failing?.data && <StackPicture stack={failing.data.stack} />}
    </Stack>
  );
}

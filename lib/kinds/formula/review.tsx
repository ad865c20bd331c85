'use client';

import { useMemo } from 'react';
import type { ReviewProps } from '@/lib/kinds/contract';
import { conventions } from '@/lib/kinds/fields/conventions';
import { FieldsReview, referenceTexts } from '@/lib/kinds/fields/fields-review';
import type { FieldsAnswer, FormulaKey, FormulaSpec } from './schema';

export function Review({
  spec,
  reference,
  answer,
  label,
}: ReviewProps<FormulaSpec, FormulaKey, FieldsAnswer>) {
  const readAs = useMemo(() => conventions(spec), [spec]);
  return (
    <FieldsReview
      fields={spec.fields}
      conventions={readAs.ok ? readAs.value : []}
      references={referenceTexts(reference?.fields)}
      answer={answer}
      label={label}
    />
  );
}

'use client';

import { useMemo } from 'react';
import type { ReviewProps } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import { conventions } from '@/lib/kinds/fields/conventions';
import { FieldsReview, referenceTexts } from '@/lib/kinds/fields/fields-review';
import type { FormulaKey, FormulaSpec } from './answer';
import { shownFields } from './shown-fields';

export function Review({
  spec,
  reference,
  answer,
  label,
}: ReviewProps<FormulaSpec, FormulaKey, FieldsAnswer>) {
  const readAs = useMemo(() => conventions(spec), [spec]);
  const fields = useMemo(() => shownFields(spec), [spec]);
  return (
    <FieldsReview
      fields={fields}
      conventions={readAs.ok ? readAs.value : []}
      references={referenceTexts(reference?.key.fields)}
      answer={answer}
      label={label}
    />
  );
}

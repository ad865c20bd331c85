'use client';

import { type ComponentType, useMemo } from 'react';
import type { JsonValue } from '@/lib/exam/check';
import type { InputProps, KindSchema, ReviewProps, ShownCheck } from './contract';

/** A kind's screens behind one type; what does not parse is shown as such, never half-drawn. */
export interface BoundScreens {
  Input: ComponentType<{
    spec: JsonValue;
    value: JsonValue;
    onChange: (answer: JsonValue) => void;
    label: string;
    disabled: boolean;
  }>;
  Review: ComponentType<{
    spec: JsonValue;
    reference: JsonValue;
    answer: JsonValue;
    checks: readonly ShownCheck[];
    label: string;
  }>;
}

export function bindScreens<Authored, Spec, Key, Answer extends JsonValue>(
  schema: KindSchema<Authored, Spec, Key, Answer>,
  Input: ComponentType<InputProps<Spec, Answer>>,
  Review: ComponentType<ReviewProps<Spec, Key, Answer>>,
): BoundScreens {
  return {
    Input: function BoundInput({ spec: rawSpec, value, ...rest }) {
      const spec = useMemo(() => schema.spec.safeParse(rawSpec), [rawSpec]);
      const answer = useMemo(() => schema.answer.safeParse(value), [value]);
      if (!spec.success || !answer.success) return <Unreadable />;
      return <Input spec={spec.data} value={answer.data} {...rest} />;
    },
    Review: function BoundReview({ spec: rawSpec, reference, answer: rawAnswer, ...rest }) {
      const spec = useMemo(() => schema.spec.safeParse(rawSpec), [rawSpec]);
      const key = useMemo(() => schema.key.safeParse(reference), [reference]);
      const answer = useMemo(() => schema.answer.safeParse(rawAnswer), [rawAnswer]);
      if (!spec.success || !answer.success) return <Unreadable />;
      const shown = key.success ? key.data : null;
      return <Review spec={spec.data} reference={shown} answer={answer.data} {...rest} />;
    },
  };
}

function Unreadable() {
  return (
    <p role="alert">
      This answer was written with another version of Nabla and cannot be shown here. It is stored
      and nothing of it is lost; please tell the staff.
    </p>
  );
}

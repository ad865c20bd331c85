'use client';

import { type ComponentType, useMemo } from 'react';
import type { JsonValue } from '@/lib/exam/check';
import type { InputProps, KindAnswers, Reference, ReviewProps, StudentCheck } from './contract';

/** A kind's screens behind one type; what does not parse is shown as such, never half-drawn. */
export interface BoundScreens {
  Input: ComponentType<{
    spec: JsonValue;
    value: JsonValue;
    onChange: (answer: JsonValue) => void;
    seed: string;
    label: string;
    disabled: boolean;
  }>;
  Review: ComponentType<{
    spec: JsonValue;
    reference: Reference | null;
    answer: JsonValue;
    checks: readonly StudentCheck[];
    label: string;
  }>;
}

export function bindScreens<Spec, Key, Answer extends JsonValue>(
  kind: KindAnswers<Spec, Key, Answer>,
  Input: ComponentType<InputProps<Spec, Answer>>,
  Review: ComponentType<ReviewProps<Spec, Key, Answer>>,
): BoundScreens {
  return {
    Input: function BoundInput({ spec: rawSpec, value, ...rest }) {
      const spec = useMemo(() => kind.spec.safeParse(rawSpec), [rawSpec]);
      const answer = useMemo(() => kind.answer.safeParse(value), [value]);
      if (!spec.success || !answer.success) return <Unreadable />;
      return <Input spec={spec.data} value={answer.data} {...rest} />;
    },
    Review: function BoundReview({ spec: rawSpec, reference, answer: rawAnswer, ...rest }) {
      const spec = useMemo(() => kind.spec.safeParse(rawSpec), [rawSpec]);
      const key = useMemo(() => kind.key.safeParse(reference?.key), [reference]);
      const model = useMemo(() => kind.answer.safeParse(reference?.answer), [reference]);
      const answer = useMemo(() => kind.answer.safeParse(rawAnswer), [rawAnswer]);
      if (!spec.success || !answer.success) return <Unreadable />;
      const bound = key.success
        ? { key: key.data, answer: model.success ? model.data : null }
        : null;
      return <Review spec={spec.data} reference={bound} answer={answer.data} {...rest} />;
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

import type { ComponentType } from 'react';
import type { JsonValue } from '@/lib/exam/check';
import type { KindAnswers, PaperProps } from './contract';

/** A kind's printed part behind one type; nothing is printed of a spec that does not parse. */
export type BoundPaper = ComponentType<{ spec: JsonValue }>;

export function bindPaper<Spec, Key, Answer>(
  kind: KindAnswers<Spec, Key, Answer>,
  Paper: ComponentType<PaperProps<Spec>>,
): BoundPaper {
  return function BoundPaper({ spec: rawSpec }) {
    const spec = kind.spec.safeParse(rawSpec);
    return spec.success ? <Paper spec={spec.data} /> : null;
  };
}

import type { Check } from '@/lib/exam/check';
import type { GradeInput } from '@/lib/kinds/contract';
import type { ChoiceAnswer, ChoiceKey, ChoiceSpec } from './answer';

/** Exact: all right options and no other, or nothing. */
export function grade({
  spec,
  key,
  answer,
  points,
}: GradeInput<ChoiceSpec, ChoiceKey, ChoiceAnswer>): Check[] {
  const picked = new Set(answer.selected ?? []);
  const wanted = new Set(key.right);
  const text = (ids: Iterable<string>) =>
    [...ids].map((id) => spec.options.find((option) => option.id === id)?.text ?? id).join('; ');
  const surplus = [...picked].filter((id) => !wanted.has(id));
  const missing = [...wanted].filter((id) => !picked.has(id));
  if (surplus.length === 0 && missing.length === 0) {
    const message = 'Your choice is right.';
    return [
      {
        name: 'choice',
        verdict: 'right',
        score: points,
        points,
        message,
        evidence: 'Exact match.',
      },
    ];
  }
  const summary = [
    surplus.length > 0 && `Not right: ${text(surplus)}.`,
    missing.length > 0 && `Right and not picked: ${text(missing)}.`,
  ]
    .filter((finding) => typeof finding === 'string')
    .join(' ');
  return [
    {
      name: 'choice',
      verdict: 'wrong',
      score: 0,
      points,
      message: `Your choice is not the right one. ${summary}`,
      evidence: `Picked ${[...picked].join(', ')}; right is ${key.right.join(', ')}.`,
      witness: { summary, data: { surplus, missing } },
    },
  ];
}

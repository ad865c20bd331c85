import type { Check } from '@/lib/exam/check';
import type { GradeInput } from '@/lib/kinds/contract';
import type { TextAnswer, TextKey, TextSpec } from './answer';

/** Words are for a person: the machine holds all points open. */
export function grade({ key, points }: GradeInput<TextSpec, TextKey, TextAnswer>): Check[] {
  const rubric = key.rubric.map(({ text, points: worth }) => `${text} (${worth})`).join('; ');
  return [
    {
      name: 'text',
      verdict: 'review',
      score: 0,
      points,
      message: 'A person reads and scores this part; its points are open until then.',
      evidence: rubric === '' ? 'No rubric.' : `Rubric: ${rubric}.`,
    },
  ];
}

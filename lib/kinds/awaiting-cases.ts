import type { AwaitingAnswer } from './awaiting';
import type { GoldenPart } from './contract';

/** Whether answered in words or in the shape the kind will have: it waits for a person. */
export function awaitingCases(
  structured: AwaitingAnswer,
): readonly GoldenPart<object, AwaitingAnswer>[] {
  return [
    {
      part: {},
      points: 3,
      cases: [
        { name: 'in words', answer: { text: 'As shown in a.' }, points: 0, verdict: 'review' },
        { name: 'in its own shape', answer: structured, points: 0, verdict: 'review' },
      ],
    },
  ];
}

import type { Check } from '@/lib/exam/check';
import type { PartGrade } from '@/lib/kinds/exams/grade-part';

/** The grade of a part that could not be graded. Nobody loses points by a failure of ours: all stay open. */
export function forReview(points: number, reason: string, tooMuch = false): PartGrade {
  const check: Check = {
    name: 'answer',
    verdict: 'review',
    score: 0,
    points,
    message: tooMuch
      ? 'Grading this answer took the machine too long, so a person looks at it.'
      : 'The machine could not grade this answer, so a person looks at it.',
    evidence: `The grader was stopped: ${reason}.`,
  };
  return { verdict: 'review', score: 0, open: points, checks: [check] };
}

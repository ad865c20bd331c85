import type { ExamProblem, Position } from '@/lib/exam/yaml-positions';
import type { Severity } from '@/lib/kinds/contract';
import type { ParsedExam } from '@/lib/kinds/exams/parse-exam';

/** What is said of an exam file: an error keeps it from being published, a warning is advice. */
export interface Finding extends ExamProblem {
  severity: Severity;
}

/** A finding in the words of the rule that made it, before its file and part are known. */
export interface Remark {
  severity: Severity;
  message: string;
  /** What it is about: names the part. */
  path: readonly PropertyKey[];
  /** Where exactly, where that is not where the value at `path` begins. */
  position?: Position;
}

/** A part of a parsed exam with its place in the file. */
export interface PlacedPart {
  part: ParsedExam['exam']['assignments'][number]['parts'][number];
  path: readonly PropertyKey[];
}

/** The parts of an exam in their order. */
export function partsOf({ exam }: ParsedExam): PlacedPart[] {
  return exam.assignments.flatMap(({ parts }, a) =>
    parts.map((part, p) => ({ part, path: ['assignments', a, 'parts', p] })),
  );
}

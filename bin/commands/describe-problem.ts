import type { ExamProblem } from '@/lib/exam/yaml-positions';

/** The form that editors and terminals make clickable: `file:line:column: message`. */
export function describeProblem({ file, line, column, message }: ExamProblem): string {
  return `${file}:${line}:${column}: ${message}`;
}

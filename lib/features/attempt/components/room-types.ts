import type { ReactNode } from 'react';
import type { JsonValue } from '@/lib/exam/check';

/** What the exam room shows; prompts come typeset from the server. */
export interface RoomPart {
  id: string;
  label: string;
  points: number;
  kind: string;
  spec: JsonValue;
  seed: string;
  prompt: ReactNode;
}

export interface RoomAssignment {
  number: number;
  title: string;
  points: number;
  prompt: ReactNode;
  parts: readonly RoomPart[];
}

/** How a part is called within its assignment: "Part a"; of several with one label "Part a (2)". */
export function partTitle<Part extends { label: string }>(
  { parts }: { parts: readonly Part[] },
  part: Part,
): string {
  if (part.label === '') return 'Answer';
  const alike = parts.filter(({ label }) => label === part.label);
  const index = alike.length > 1 ? ` (${alike.indexOf(part) + 1})` : '';
  return `Part ${part.label}${index}`;
}

/** "Assignment 1, part a", as screen readers and summaries say it. */
export function partName(assignment: RoomAssignment, part: RoomPart): string {
  const title = partTitle(assignment, part);
  return `Assignment ${assignment.number}, ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

export function formatPoints(points: number): string {
  return `${points} ${points === 1 ? 'point' : 'points'}`;
}

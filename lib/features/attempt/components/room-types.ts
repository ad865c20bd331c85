import type { ReactNode } from 'react';
import type { JsonValue } from '@/lib/exam/check';

/** What the exam room shows; prompts come typeset from the server. */
export interface RoomPart {
  id: string;
  label: string;
  points: number;
  kind: string;
  spec: JsonValue;
  prompt: ReactNode;
}

export interface RoomAssignment {
  number: number;
  title: string;
  points: number;
  prompt: ReactNode;
  parts: readonly RoomPart[];
}

/** "Assignment 1, part a", as screen readers and summaries say it. */
export function partName(assignment: RoomAssignment, part: RoomPart): string {
  const several = assignment.parts.filter(({ label }) => label === part.label).length > 1;
  const index = several
    ? ` (${assignment.parts.filter(({ label }) => label === part.label).indexOf(part) + 1})`
    : '';
  const label = part.label === '' ? '' : `, part ${part.label}${index}`;
  return `Assignment ${assignment.number}${label}`;
}

export function formatPoints(points: number): string {
  return `${points} ${points === 1 ? 'point' : 'points'}`;
}

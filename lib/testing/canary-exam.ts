import { createHash } from 'node:crypto';
import type { LoadedExam } from '@/lib/exam/format';
import { parseExam } from '@/lib/kinds/exams/parse-exam';

/** Stands in keys, solutions and rubrics only: a response that has it gave the key away. */
export const CANARY = 'canary-3f9c17';

/** Stands in the evidence that staff may see and students may not. */
const source = `
slug: canary
title: Canary exam
minutes: 60
rules: Nothing is allowed.
assignments:
  - title: Picking
    prompt: Pick.
    parts:
      - id: 1a
        label: a
        points: 2
        kind: choice
        prompt: Which one?
        solution: It is ${CANARY} b.
        options: { a: first, b: second }
        reference: [b]
      - id: 1b
        label: b
        points: 1
        kind: choice
        prompt: And now?
        options: { c: third, d: fourth }
        reference: [d]
  - title: Writing
    parts:
      - id: "2"
        points: 3
        kind: text
        prompt: Write.
        solution: ${CANARY}
        rubric: [{ text: mentions ${CANARY}, points: 3 }]
`;

/** A small exam of kinds that need no mathematics. Each `variant` is another source. */
export function canaryExam(variant = ''): LoadedExam {
  const parsed = parseExam(source, 'canary.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const hash = createHash('sha256').update(source).update(variant).digest('hex');
  return { ...parsed.value.exam, slug: `canary${variant}`, source, hash, files: [] };
}

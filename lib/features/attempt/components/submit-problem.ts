import type { SubmitProblem } from '@/lib/features/attempt/room/room-session';

/** Why the exam is not submitted, and what to do. */
export function problemInWords(problem: SubmitProblem, nameOf: (partId: string) => string): string {
  switch (problem.kind) {
    case 'conflict':
      return `${names(problem.partIds, nameOf)}: there are two versions. Go back, choose which one counts, then submit.`;
    case 'unsaved':
      return `${names(problem.partIds, nameOf)}: the server did not take this answer. Go back and read why beside it; it is kept on this device.`;
    case 'offline':
      return 'The server cannot be reached. Your answers are kept on this device; check the connection and try again.';
    case 'failing':
      return 'The server has a problem of its own; your connection is fine. Your answers are kept; try again in a moment, and tell the staff if it stays so.';
    case 'refused':
      return problem.message;
  }
}

function names(partIds: readonly string[], nameOf: (partId: string) => string): string {
  return partIds.map(nameOf).join('; ');
}

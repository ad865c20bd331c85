'use client';

import { useLocalStorage } from '@mantine/hooks';
import type { PartState } from '@/lib/features/attempt/answer-state';
import { answers } from '@/lib/kinds/registry/answers';
import { isKindName } from '@/lib/kinds/registry/names';
import { partName, type RoomAssignment, type RoomPart } from './room-types';
import type { SubmitSummary } from './submit-dialog';

/** How far a part is, as the rail shows it. */
type PartProgress = 'empty' | 'started' | 'saved' | 'attention';

/** What is said of all parts of the exam: names, states, progress and flags. */
export interface Progress {
  stateOf: (partId: string) => PartState;
  nameOf: (partId: string) => string;
  progressOf: (partId: string) => PartProgress;
  isFlagged: (partId: string) => boolean;
  toggleFlag: (partId: string) => void;
  summary: () => SubmitSummary;
}

/** Flags are kept in this browser. */
export function useProgress(
  attemptId: string,
  assignments: readonly RoomAssignment[],
  parts: Readonly<Record<string, PartState>>,
): Progress {
  const [flags, setFlags] = useLocalStorage<string[]>({
    key: `nabla.flags.${attemptId}`,
    defaultValue: [],
  });
  const stateOf = (partId: string): PartState => {
    const state = parts[partId];
    if (!state) throw new Error(`no state for part ${partId}`);
    return state;
  };
  const named = assignments.flatMap((assignment) =>
    assignment.parts.map((part) => ({ part, name: partName(assignment, part) })),
  );
  const namedPart = (partId: string) => named.find(({ part }) => part.id === partId);
  const namesWhere = (test: (part: RoomPart) => boolean) =>
    named.filter(({ part }) => test(part)).map(({ name }) => name);
  const isFlagged = (partId: string) => flags.includes(partId);
  return {
    stateOf,
    nameOf: (partId) => namedPart(partId)?.name ?? partId,
    progressOf: (partId) => progressOf(namedPart(partId)?.part.kind ?? '', stateOf(partId)),
    isFlagged,
    toggleFlag: (partId) =>
      setFlags((all) =>
        all.includes(partId) ? all.filter((id) => id !== partId) : [...all, partId],
      ),
    summary: () => ({
      empty: namesWhere(({ id, kind }) => isEmpty(kind, stateOf(id))),
      flagged: namesWhere(({ id }) => isFlagged(id)),
      twofold: namesWhere(({ id }) => stateOf(id).state === 'conflict'),
      unsaved: namesWhere(({ id }) => !['saved', 'conflict'].includes(stateOf(id).state)),
    }),
  };
}

function isEmpty(kind: string, { content, note }: PartState): boolean {
  const read = isKindName(kind) ? answers[kind].answer(content) : null;
  return note.trim() === '' && read?.ok === true && read.value.empty;
}

function progressOf(kind: string, part: PartState): PartProgress {
  const { state } = part;
  if (state === 'conflict' || state === 'refused') return 'attention';
  if (isEmpty(kind, part)) return 'empty';
  return state === 'saved' ? 'saved' : 'started';
}

import type { PartState } from '@/lib/features/attempt/answer-state';
import { answers } from '@/lib/kinds/registry/answers';
import { isKindName } from '@/lib/kinds/registry/names';
import type { PartProgress } from './rail';
import { partName, type RoomAssignment } from './room-types';
import type { Unread } from './use-unread';

/** How the parts of a room are called and how far each is, asked for by id. */
export interface RoomParts {
  stateOf: (partId: string) => PartState;
  nameOf: (partId: string) => string;
  isEmpty: (partId: string) => boolean;
  progressOf: (partId: string) => PartProgress;
  /** Those for which the test holds, in the order of the exam. */
  idsWhere: (test: (partId: string) => boolean) => string[];
  /** The names of those for which the test holds, in the order of the exam. */
  namesWhere: (test: (partId: string) => boolean) => string[];
}

/**
 * @param states what is known of the answer to each part, by its id
 * @param unread what of them cannot be read
 */
export function roomParts(
  assignments: readonly RoomAssignment[],
  states: Readonly<Record<string, PartState>>,
  unread: Unread,
): RoomParts {
  const named = assignments.flatMap((each) =>
    each.parts.map((part) => ({ id: part.id, kind: part.kind, name: partName(each, part) })),
  );
  const stateOf = (partId: string): PartState => {
    const state = states[partId];
    if (!state) throw new Error(`no state for part ${partId}`);
    return state;
  };
  const isEmpty = (partId: string) => {
    const { content, note } = stateOf(partId);
    const kind = named.find(({ id }) => id === partId)?.kind ?? '';
    const read = isKindName(kind) ? answers[kind].answer(content) : null;
    return note.trim() === '' && read?.ok === true && read.value.empty;
  };
  return {
    stateOf,
    nameOf: (partId) => named.find(({ id }) => id === partId)?.name ?? partId,
    isEmpty,
    progressOf: (partId) => {
      const { state } = stateOf(partId);
      if (state === 'conflict' || state === 'refused') return 'attention';
      if (isEmpty(partId)) return 'empty';
      if (unread[partId]) return 'unread';
      return state === 'saved' ? 'saved' : 'started';
    },
    idsWhere: (test) => named.filter(({ id }) => test(id)).map(({ id }) => id),
    namesWhere: (test) => named.filter(({ id }) => test(id)).map(({ name }) => name),
  };
}

import type { PartState } from '@/lib/features/attempt/room/answer-state';
import { answers } from '@/lib/kinds/registry/answers';
import { isKindName } from '@/lib/kinds/registry/names';
import { partName, type RoomAssignment, type RoomPart } from './room-types';

/** How far a part is, as the rail shows it. */
export type PartProgress = 'empty' | 'started' | 'saved' | 'unread' | 'attention';

/** How the parts of a room are called, by id; one that is none of them by its id. */
export function namesOf(assignments: readonly RoomAssignment[]): (partId: string) => string {
  const names = new Map(
    assignments.flatMap((each) =>
      each.parts.map((part) => [part.id, partName(each, part)] as const),
    ),
  );
  return (partId) => names.get(partId) ?? partId;
}

/** Whether there is neither an answer nor a note. */
export function isEmptyPart({ kind }: RoomPart, { content, note }: PartState): boolean {
  const read = isKindName(kind) ? answers[kind].answer(content) : null;
  return note.trim() === '' && read?.ok === true && read.value.empty;
}

/** What of a part that was answered was left empty, as markdown. */
export function missingOf({ kind, spec }: RoomPart, { content }: PartState): readonly string[] {
  return isKindName(kind) ? answers[kind].missing(spec, content) : [];
}

/** `isUnread`: something of it cannot be read by the machine. */
export function progressOf(part: RoomPart, state: PartState, isUnread: boolean): PartProgress {
  if (state.state === 'conflict' || state.state === 'refused') return 'attention';
  if (isEmptyPart(part, state)) return 'empty';
  if (isUnread) return 'unread';
  return state.state === 'saved' ? 'saved' : 'started';
}

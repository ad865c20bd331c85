import { useEffect, useRef, useState } from 'react';
import type { JsonValue } from '@/lib/exam/check';
import type { PartState } from '@/lib/features/attempt/answer-state';
import type { UnreadPlace } from '@/lib/kinds/contract';
import { isKindName } from '@/lib/kinds/registry/names';
import { unreadFinders } from '@/lib/kinds/registry/unread';
import type { RoomAssignment, RoomPart } from './room-types';

/** Long enough that nobody is told of a formula that they are still writing. */
const SETTLED_MS = 700;

/** By part id; only parts of which something cannot be read. */
export type Unread = Readonly<Record<string, readonly UnreadPlace[]>>;

/**
 * What of the answers the machine cannot read, looked for once an answer has rested. The readers are
 * loaded with the first answer of their kind.
 */
export function useUnread(
  assignments: readonly RoomAssignment[],
  states: Readonly<Record<string, PartState>>,
): Unread {
  const [unread, setUnread] = useState<Unread>({});
  const looked = useRef(new Map<string, JsonValue>());
  useEffect(() => {
    let isLatest = true;
    const timer = setTimeout(async () => {
      for (const part of assignments.flatMap(({ parts }) => parts)) {
        const content = states[part.id]?.content ?? {};
        if (looked.current.get(part.id) === content) continue;
        const found = await unreadOf(part, content);
        if (!isLatest) return;
        looked.current.set(part.id, content);
        setUnread((all) => {
          const { [part.id]: _, ...others } = all;
          return found.length > 0 ? { ...others, [part.id]: found } : others;
        });
      }
    }, SETTLED_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [assignments, states]);
  return unread;
}

async function unreadOf(part: RoomPart, content: JsonValue): Promise<readonly UnreadPlace[]> {
  const load = isKindName(part.kind) ? unreadFinders[part.kind] : undefined;
  if (!load || JSON.stringify(content) === '{}') return [];
  return (await load())(part.spec, content);
}

import { useEffect, useRef, useState } from 'react';
import type { JsonValue } from '@/lib/exam/check';
import type { AnswerSync } from '@/lib/features/attempt/room/answer-sync';
import type { UnreadPlace } from '@/lib/kinds/contract';
import { isKindName } from '@/lib/kinds/registry/names';
import { unreadFinders } from '@/lib/kinds/registry/unread';
import type { RoomAssignment, RoomPart } from './room-types';

/** Long enough that nobody is told of a formula that they are still writing. */
const SETTLED_MS = 700;

const NOTHING: JsonValue = {};

/** By part id; only parts of which something cannot be read. */
export type Unread = Readonly<Record<string, readonly UnreadPlace[]>>;

/**
 * What of the answers the machine cannot read, looked for once an answer has rested. The readers are
 * loaded with the first answer of their kind.
 */
export function useUnread(assignments: readonly RoomAssignment[], sync: AnswerSync): Unread {
  const [unread, setUnread] = useState<Unread>({});
  const looked = useRef(new Map<string, JsonValue>());
  useEffect(() => {
    let isGone = false;
    const contentOf = (partId: string) => sync.parts()[partId]?.content ?? NOTHING;
    const look = async () => {
      for (const part of assignments.flatMap(({ parts }) => parts)) {
        const content = contentOf(part.id);
        if (looked.current.get(part.id) === content) continue;
        const found = await unreadOf(part, content);
        if (isGone) return;
        // What was written meanwhile has a look of its own coming.
        if (contentOf(part.id) !== content) continue;
        looked.current.set(part.id, content);
        setUnread((all) => {
          const { [part.id]: _, ...others } = all;
          if (found.length > 0) return { ...others, [part.id]: found };
          return part.id in all ? others : all;
        });
      }
    };
    let timer = setTimeout(look, SETTLED_MS);
    const unsubscribe = sync.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLED_MS);
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [assignments, sync]);
  return unread;
}

async function unreadOf(part: RoomPart, content: JsonValue): Promise<readonly UnreadPlace[]> {
  const load = isKindName(part.kind) ? unreadFinders[part.kind] : undefined;
  if (!load || JSON.stringify(content) === '{}') return [];
  return (await load())(part.spec, content);
}

'use client';

import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { PartState } from '@/lib/features/attempt/room/answer-state';
import type { AnswerSync } from '@/lib/features/attempt/room/answer-sync';

/** What is known of the answer to each part, by its id. */
export type PartStates = Readonly<Record<string, PartState>>;

interface RoomAnswers {
  sync: AnswerSync;
  /** As the page knew them. */
  initial: PartStates;
}

const AnswersContext = createContext<RoomAnswers | null>(null);

/** Around all of a room that shows something of its answers. */
export const AnswersProvider = AnswersContext.Provider;

/**
 * What `select` makes of the answers of this room. Its reader is drawn anew only when that is another,
 * so that a key costs what shows it: it has to be a plain value or stand in the states themselves.
 */
export function useParts<Selected>(select: (parts: PartStates) => Selected): Selected {
  const answers = useContext(AnswersContext);
  if (!answers) throw new Error('outside of a room');
  const { sync, initial } = answers;
  return useSyncExternalStore(
    sync.subscribe,
    () => select(sync.parts()),
    () => select(initial),
  );
}

/** The same of one part; asked again only when something of that part has changed. */
export function usePart<Selected>(partId: string, select: (part: PartState) => Selected): Selected {
  const selectOne = useMemo(() => {
    let last: { part: PartState; selected: Selected } | null = null;
    return (parts: PartStates) => {
      const part = parts[partId];
      if (!part) throw new Error(`no state for part ${partId}`);
      if (last?.part !== part) last = { part, selected: select(part) };
      return last.selected;
    };
  }, [partId, select]);
  return useParts(selectOne);
}

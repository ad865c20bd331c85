'use client';

import { useLocalStorage } from '@mantine/hooks';
import { createContext, useCallback, useContext, useState } from 'react';
import {
  newsSchema,
  noticesSchema,
  type RoomNews,
  type RoomNotices,
} from '@/lib/features/notices/schema';
import { useChanges } from '@/lib/ui/use-changes';

const NOTHING: RoomNotices = { notices: [], questions: [] };

interface NoticesOfRoom extends RoomNotices {
  attemptId: string;
  /** Ids of those that the student has seen in this browser. */
  seen: readonly string[];
  see: (id: string) => void;
  seeAll: () => void;
  refresh: () => Promise<void>;
}

/** How the parts of a room are called, for whoever speaks of them. */
export interface PartNames {
  nameOf: (partId: string) => string;
  /** The ids of all parts, in order. */
  parts: readonly string[];
}

/**
 * What staff say while an attempt runs, as soon as they say it.
 * @param onChange called too when anything of the attempt changed, its end for example, with how its time
 * stands where that came along
 */
export function useNotices(
  attemptId: string,
  onChange: (time: RoomNews['time'] | null) => void,
): NoticesOfRoom {
  const [{ notices, questions }, setNotices] = useState(NOTHING);
  const [seen, setSeen] = useLocalStorage<string[]>({
    key: `nabla.notices.${attemptId}`,
    defaultValue: [],
  });
  const refresh = useCallback(async () => {
    const fetched = await fetchNotices(attemptId);
    if (fetched) setNotices(fetched);
  }, [attemptId]);
  useChanges(`/api/attempts/${attemptId}/events`, (data) => {
    const news = newsOf(data);
    onChange(news?.time ?? null);
    if (news) setNotices(news);
    else void refresh();
  });
  const see = useCallback(
    (id: string) => setSeen((all) => (all.includes(id) ? all : [...all, id])),
    [setSeen],
  );
  const seeAll = () => setSeen(notices.map(({ id }) => id));
  return { attemptId, notices, questions, seen, see, seeAll, refresh };
}

/** Null where none came along. */
function newsOf(data: string): RoomNews | null {
  try {
    return newsSchema.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

/** Null where the server cannot be reached: what was known stays. */
async function fetchNotices(attemptId: string): Promise<RoomNotices | null> {
  try {
    const response = await fetch(`/api/attempts/${attemptId}/notices`, { cache: 'no-store' });
    return noticesSchema.safeParse(await response.json()).data ?? null;
  } catch {
    return null;
  }
}

const NoticesContext = createContext<NoticesOfRoom | null>(null);

/** Around all of a room that shows what staff say. */
export const NoticesProvider = NoticesContext.Provider;

export function useRoomNotices(): NoticesOfRoom {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('outside of a room');
  return notices;
}

'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { AnswerSync } from '@/lib/features/attempt/room/answer-sync';
import { RoomSession, type RoomView } from '@/lib/features/attempt/room/room-session';
import {
  fetchState,
  fetchTime,
  saveAnswer,
  submitAttempt,
} from '@/lib/features/attempt/room/save-client';
import { browserStore } from './browser-store';
import type { PartStates } from './use-parts';

/** The rooms that were opened in this document: who comes back finds what was there, sent or not. */
const opened = new Map<string, RoomSession>();

const NOTHING_KNOWN: RoomView = { server: null, problem: null };

/** One attempt with its answers, kept in this browser and on the server. */
export function useRoom(
  attemptId: string,
  initial: PartStates,
): { session: RoomSession; view: RoomView } {
  const [session] = useState(() => openSession(attemptId, initial));
  const view = useSyncExternalStore(session.subscribe, session.view, () => NOTHING_KNOWN);
  useFreshness(session, view);
  return { session, view };
}

const RESYNC_MS = 60_000;
/** How soon the server is asked again where it could not be reached. */
const RETRY_MS = 3000;

/** The server is asked whenever the room is shown, and now and then while it is. */
function useFreshness(session: RoomSession, { server, problem }: RoomView): void {
  useEffect(() => {
    const refresh = () => void session.refresh();
    refresh();
    const onVisibility = () => {
      if (document.visibilityState === 'visible') refresh();
      else void session.sync.flush();
    };
    // From the browser's store of whole pages, which begin nothing anew.
    const onShow = (event: PageTransitionEvent) => event.persisted && refresh();
    window.addEventListener('online', refresh);
    window.addEventListener('focus', refresh);
    window.addEventListener('pageshow', onShow);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('online', refresh);
      window.removeEventListener('focus', refresh);
      window.removeEventListener('pageshow', onShow);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [session]);

  const isHindered = problem !== null || server === null;
  useEffect(() => {
    const timer = isHindered
      ? setInterval(() => void session.refresh(), RETRY_MS)
      : setInterval(() => void session.resync(), RESYNC_MS);
    return () => clearInterval(timer);
  }, [session, isHindered]);
}

function openSession(attemptId: string, initial: PartStates): RoomSession {
  const earlier = opened.get(attemptId);
  if (earlier) return earlier;
  const session = newSession(attemptId, initial);
  // On the server nothing may outlive a request.
  if (typeof window !== 'undefined') opened.set(attemptId, session);
  return session;
}

function newSession(attemptId: string, initial: PartStates): RoomSession {
  const clientId = crypto.randomUUID();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const sync = new AnswerSync({
    initial,
    store: browserStore(attemptId),
    save: (partId, request) => saveAnswer({ attemptId, partId, clientId, request }),
    newKey: () => crypto.randomUUID(),
    delay: (slot, ms, action) => {
      clearTimeout(timers.get(slot));
      timers.set(slot, setTimeout(action, ms));
    },
  });
  return new RoomSession({
    sync,
    fetchState: () => fetchState(attemptId),
    fetchTime: () => fetchTime(attemptId),
    submit: () => submitAttempt(attemptId),
    ticks: () => performance.now(),
  });
}

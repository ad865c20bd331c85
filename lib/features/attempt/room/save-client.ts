import { z } from 'zod';
import type { JsonValue } from '@/lib/exam/check';
import type { ServerAnswer } from './answer-state';

/** One save as the exam room sends it. */
export interface SaveRequest {
  content: JsonValue;
  note: string;
  base: number;
  idempotencyKey: string;
  /** Keys of this writer's older drafts that may have arrived without their knowing. */
  supersedes: readonly string[];
}

export type SaveOutcome =
  | { kind: 'saved'; revision: number; savedAt: string }
  | {
      kind: 'conflict';
      message: string;
      theirs: { content: JsonValue; note: string; revision: number };
    }
  /** The time was over when it arrived: kept for the staff. */
  | { kind: 'late'; message: string }
  /** The attempt is handed in; the server keeps nothing of it. */
  | { kind: 'closed'; message: string }
  /** `retry`: what stands in the way may go away by itself. */
  | { kind: 'refused'; message: string; retry: boolean }
  | Unreached;

/** Nothing came back, or nothing but a fault of the server. */
export interface Unreached {
  kind: 'offline' | 'failing';
}

/** Whether an attempt still runs, and until when. */
export interface AttemptTime {
  state: 'running' | 'submitted';
  /** Milliseconds since the epoch, by the server's clock. */
  now: number;
  dueAt: number;
}

/** What the server has of an attempt. */
interface ServerState extends AttemptTime {
  answers: Readonly<Record<string, ServerAnswer>>;
}

export type TimeOutcome =
  | ({ kind: 'answered' } & AttemptTime)
  | { kind: 'refused'; message: string }
  | Unreached;

export type StateOutcome =
  | ({ kind: 'answered' } & ServerState)
  | { kind: 'refused'; message: string }
  | Unreached;

export type SubmitOutcome =
  | { kind: 'submitted' }
  | { kind: 'refused'; message: string }
  | Unreached;

const savedSchema = z.object({ revision: z.int(), savedAt: z.string() });
const draft = { content: z.json(), note: z.string(), revision: z.int() };
const conflictSchema = z.object({
  error: z.object({ message: z.string() }),
  theirs: z.object(draft),
});
const lateSchema = z.object({ receipt: z.object({}) });
const refusedSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const timeSchema = z.object({
  state: z.enum(['running', 'submitted']),
  now: z.number(),
  dueAt: z.number(),
});
const stateSchema = timeSchema.extend({
  answers: z.record(z.string(), z.object({ ...draft, savedAt: z.string() })),
});

const TIMEOUT_MS = 15_000;
/** A person who types can do nothing about these but wait or sign in, and they pass. */
const PASSING = ['NOT_SIGNED_IN', 'NOT_FOUND', 'WRONG_PLACE', 'TOO_MANY_TRIES', 'TOO_MUCH'];

/** Sends one save. Whatever is not an answer of the server counts as not reached: it is sent again. */
export async function saveAnswer(options: {
  attemptId: string;
  partId: string;
  clientId: string;
  request: SaveRequest;
}): Promise<SaveOutcome> {
  const { attemptId, partId, clientId, request } = options;
  const url = `/api/attempts/${attemptId}/answers/${encodeURIComponent(partId)}`;
  const reply = await send(url, 'PUT', { ...request, clientId });
  if (!reply) return { kind: 'offline' };
  const saved = savedSchema.safeParse(reply.body);
  if (reply.status === 200 && saved.success) return { kind: 'saved', ...saved.data };
  const conflict = conflictSchema.safeParse(reply.body);
  if (conflict.success) {
    const { error, theirs } = conflict.data;
    return { kind: 'conflict', message: error.message, theirs };
  }
  const refused = refusalOf(reply);
  if (!refused) return { kind: 'failing' };
  const { code, message } = refused;
  if (code === 'ALREADY_SUBMITTED') return { kind: 'closed', message };
  if (code === 'TIME_OVER') {
    return { kind: lateSchema.safeParse(reply.body).success ? 'late' : 'closed', message };
  }
  return { kind: 'refused', message, retry: PASSING.includes(code) };
}

/** Whether the attempt still runs, until when, and what the server has of it. */
export async function fetchState(attemptId: string): Promise<StateOutcome> {
  const reply = await send(`/api/attempts/${attemptId}`, 'GET', null);
  if (!reply) return { kind: 'offline' };
  const parsed = stateSchema.safeParse(reply.body);
  if (reply.status === 200 && parsed.success) return { kind: 'answered', ...parsed.data };
  return answerOf(reply);
}

/** Whether the attempt still runs, and until when: the clock alone. */
export async function fetchTime(attemptId: string): Promise<TimeOutcome> {
  const reply = await send(`/api/attempts/${attemptId}/time`, 'GET', null);
  if (!reply) return { kind: 'offline' };
  const parsed = timeSchema.safeParse(reply.body);
  if (reply.status === 200 && parsed.success) return { kind: 'answered', ...parsed.data };
  return answerOf(reply);
}

/** Hands the attempt in. */
export async function submitAttempt(attemptId: string): Promise<SubmitOutcome> {
  const reply = await send(`/api/attempts/${attemptId}/submit`, 'POST', {});
  if (!reply) return { kind: 'offline' };
  return reply.status === 200 ? { kind: 'submitted' } : answerOf(reply);
}

interface Reply {
  status: number;
  /** Null where it is not JSON. */
  body: unknown;
}

function answerOf(reply: Reply): { kind: 'refused'; message: string } | Unreached {
  const refused = refusalOf(reply);
  return refused ? { kind: 'refused', message: refused.message } : { kind: 'failing' };
}

/** Why the server will not, in words that say what to do; null where it did not say so. */
function refusalOf({ status, body }: Reply): { code: string; message: string } | null {
  const refused = refusedSchema.safeParse(body);
  if (!refused.success || status >= 500) return null;
  const { code, message } = refused.data.error;
  if (code === 'NOT_SIGNED_IN') {
    return {
      code,
      message:
        'Your session has ended. Sign in again in another tab; this page keeps what you wrote and goes on by itself.',
    };
  }
  if (code === 'NOT_FOUND') {
    return {
      code,
      message:
        'This exam belongs to another account. Sign in again with yours in another tab; this page keeps what you wrote.',
    };
  }
  return { code, message };
}

async function send(
  url: string,
  method: 'GET' | 'PUT' | 'POST',
  body: unknown,
): Promise<Reply | null> {
  try {
    const response = await fetch(url, {
      method,
      ...(method !== 'GET' && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // The last save of a page that is being closed must still go out.
      keepalive: method === 'PUT' && JSON.stringify(body).length < 60_000,
    });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch {
    return null;
  }
}

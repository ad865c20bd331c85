import { z } from 'zod';
import type { JsonValue } from '@/lib/exam/check';

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
  | { kind: 'closed' | 'refused'; message: string }
  | { kind: 'unreachable' };

const savedSchema = z.object({ revision: z.int(), savedAt: z.string() });
const conflictSchema = z.object({
  error: z.object({ message: z.string() }),
  theirs: z.object({ content: z.json(), note: z.string(), revision: z.int() }),
});
const refusedSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const timeSchema = z.object({ now: z.number(), dueAt: z.number() });

const TIMEOUT_MS = 15_000;

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
  if (!reply) return { kind: 'unreachable' };
  const saved = savedSchema.safeParse(reply.body);
  if (reply.status === 200 && saved.success) return { kind: 'saved', ...saved.data };
  const conflict = conflictSchema.safeParse(reply.body);
  if (conflict.success) {
    const { error, theirs } = conflict.data;
    return { kind: 'conflict', message: error.message, theirs };
  }
  const refused = refusedSchema.safeParse(reply.body);
  if (!refused.success || reply.status >= 500) return { kind: 'unreachable' };
  const { code, message } = refused.data.error;
  if (code === 'ALREADY_SUBMITTED' || code === 'TIME_OVER') return { kind: 'closed', message };
  if (code === 'NOT_SIGNED_IN') {
    const advice =
      'Your session has ended. Sign in again in another tab; this page keeps what you wrote.';
    return { kind: 'refused', message: advice };
  }
  return { kind: 'refused', message };
}

/** The server's clock and the deadline; null if it cannot be reached. */
export async function fetchTime(attemptId: string): Promise<{ now: number; dueAt: number } | null> {
  const reply = await send(`/api/attempts/${attemptId}`, 'GET', null);
  const time = timeSchema.safeParse(reply?.body);
  return time.success ? time.data : null;
}

/** Hands the attempt in. A message where it could not be. */
export async function submitAttempt(attemptId: string): Promise<string | null> {
  const reply = await send(`/api/attempts/${attemptId}/submit`, 'POST', {});
  if (reply?.status === 200) return null;
  const refused = refusedSchema.safeParse(reply?.body);
  if (refused.success) return refused.data.error.message;
  return 'The server cannot be reached. Your answers are kept; try again in a moment.';
}

async function send(
  url: string,
  method: 'GET' | 'PUT' | 'POST',
  body: unknown,
): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await fetch(url, {
      method,
      ...(method !== 'GET' && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // The last save of a page that is being closed must still go out.
      keepalive: method === 'PUT' && JSON.stringify(body).length < 60_000,
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}

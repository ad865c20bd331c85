import type { NextRequest } from 'next/server';
import { ownAttemptOfRequest } from '@/lib/features/attempt/policy';
import { attemptState } from '@/lib/features/attempt/room-data';
import { answering, refuse, reply } from '@/lib/server/http';

/**
 * What the server has of an attempt, and its clock: 200
 * `{ state, now, dueAt, submittedAt, answers: { [partId]: { content, note, revision, savedAt } } }`,
 * times in milliseconds since the epoch.
 */
export const GET = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const attempt = await ownAttemptOfRequest(request, id);
    if (!attempt.ok) return refuse(attempt.error);
    return reply(await attemptState(attempt.value));
  },
);

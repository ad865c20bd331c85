import type { NextRequest } from 'next/server';
import { ownAttemptOfRequest } from '@/lib/features/attempt/policy';
import { attemptTime } from '@/lib/features/attempt/room-data';
import { answering, refuse, reply } from '@/lib/server/http';

/**
 * The server's clock for an attempt, and whether it still runs: 200
 * `{ state, now, dueAt, submittedAt }`, times in milliseconds since the epoch. Reads no answer.
 */
export const GET = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const attempt = await ownAttemptOfRequest(request, id);
    if (!attempt.ok) return refuse(attempt.error);
    return reply(await attemptTime(attempt.value));
  },
);

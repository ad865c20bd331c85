import type { NextRequest } from 'next/server';
import { ownAttemptOfRequest } from '@/lib/features/attempt/policy';
import { noticesOf } from '@/lib/features/notices/news-data';
import { answering, refuse, reply } from '@/lib/server/http';

/** What staff told the writer of an attempt, and what they asked: 200 `RoomNotices`. */
export const GET = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const attempt = await ownAttemptOfRequest(request, id);
    if (!attempt.ok) return refuse(attempt.error);
    return reply(await noticesOf(attempt.value));
  },
);

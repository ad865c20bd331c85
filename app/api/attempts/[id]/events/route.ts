import type { NextRequest } from 'next/server';
import { ownAttemptOfRequest } from '@/lib/features/attempt/policy';
import { notePresence } from '@/lib/features/attempt/presence-mutations';
import { roomNews } from '@/lib/features/notices/news-data';
import { answering, refuse } from '@/lib/server/http';
import { eventStream } from '@/lib/server/live/event-stream';

/**
 * That something about an attempt changed: its end, what staff say. Server-sent events `changed` with the
 * `RoomNews` that follow, so that a hall that is told of something does not come and ask.
 */
export const GET = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const attempt = await ownAttemptOfRequest(request, id);
    if (!attempt.ok) return refuse(attempt.error);
    const { sittingId } = attempt.value;
    return eventStream([`attempt:${id}`, `sitting:${sittingId}`], request.signal, {
      onBeat: () => notePresence(attempt.value),
      content: () => roomNews(attempt.value),
    });
  },
);

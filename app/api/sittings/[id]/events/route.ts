import type { NextRequest } from 'next/server';
import { reviewedSittingOfRequest } from '@/lib/features/review/policy';
import { answering, refuse } from '@/lib/server/http';
import { eventStream } from '@/lib/server/live/event-stream';

/**
 * That something of a sitting changed, for its staff: server-sent events `changed` without content. Of
 * who is where; with `?about=talk` of what is asked and told.
 */
export const GET = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const sitting = await reviewedSittingOfRequest(request, id);
    if (!sitting.ok) return refuse(sitting.error);
    const isTalk = request.nextUrl.searchParams.get('about') === 'talk';
    return eventStream([isTalk ? `talk:${id}` : `monitor:${id}`], request.signal);
  },
);

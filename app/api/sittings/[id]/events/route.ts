import type { NextRequest } from 'next/server';
import { reviewedSittingOfRequest } from '@/lib/features/review/policy';
import { eventStream } from '@/lib/server/event-stream';
import { answering, refuse } from '@/lib/server/http';

/** That something of a sitting changed, for its staff: server-sent events `changed` without content. */
export const GET = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const sitting = await reviewedSittingOfRequest(request, id);
    return sitting.ok ? eventStream([`monitor:${id}`], request.signal) : refuse(sitting.error);
  },
);

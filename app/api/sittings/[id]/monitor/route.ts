import type { NextRequest } from 'next/server';
import { monitorOf } from '@/lib/features/monitor/data';
import { monitorSinceSchema } from '@/lib/features/monitor/schema';
import { reviewedSittingOfRequest } from '@/lib/features/review/policy';
import { answering, refuse, reply } from '@/lib/server/http';

/**
 * Who sits it and how far everybody is: 200 `Monitor`, for the staff of the course. With `?since=` and the
 * stamp of an answer of the last minute, what changed since that.
 */
export const GET = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const sitting = await reviewedSittingOfRequest(request, id);
    if (!sitting.ok) return refuse(sitting.error);
    const since = monitorSinceSchema.parse(request.nextUrl.searchParams.get('since'));
    return reply(await monitorOf(sitting.value, since));
  },
);

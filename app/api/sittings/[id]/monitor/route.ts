import type { NextRequest } from 'next/server';
import { monitorOf } from '@/lib/features/monitor/data';
import { reviewedSittingOfRequest } from '@/lib/features/review/policy';
import { answering, refuse, reply } from '@/lib/server/http';

/** Who sits it and how far everybody is: 200 `Monitor`, for the staff of the course. */
export const GET = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const sitting = await reviewedSittingOfRequest(request, id);
    return sitting.ok ? reply(await monitorOf(sitting.value)) : refuse(sitting.error);
  },
);

import type { NextRequest } from 'next/server';
import { ownAttemptOfRequest } from '@/lib/features/attempt/policy';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { answering, fromOurPages, refuse, reply } from '@/lib/server/http';

/** Hands in an attempt, for good: 200 `{ receipt }`, the same however often it is asked for. */
export const POST = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const origin = fromOurPages(request);
    if (!origin.ok) return refuse(origin.error);
    const attempt = await ownAttemptOfRequest(request, id);
    if (!attempt.ok) return refuse(attempt.error);
    return reply({ receipt: await submitAttempt(attempt.value) });
  },
);

import type { NextRequest } from 'next/server';
import { ownAttemptOfRequest } from '@/lib/features/attempt/policy';
import { ask } from '@/lib/features/notices/mutations';
import { questionSchema } from '@/lib/features/notices/schema';
import { answering, fromOurPages, readBody, refuse, reply } from '@/lib/server/http';

const MOST_BYTES = 16 * 1024;

/** Asks the staff: 200 `{ questionId }`; 409 once the attempt is submitted. */
export const POST = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const origin = fromOurPages(request);
    if (!origin.ok) return refuse(origin.error);
    const attempt = await ownAttemptOfRequest(request, id);
    if (!attempt.ok) return refuse(attempt.error);
    const body = await readBody(request, questionSchema, MOST_BYTES);
    if (!body.ok) return refuse(body.error);
    const asked = await ask(attempt.value, body.value);
    return asked.ok ? reply(asked.value) : refuse(asked.error);
  },
);

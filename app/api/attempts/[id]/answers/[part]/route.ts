import type { NextRequest } from 'next/server';
import { ownAttemptOfRequest } from '@/lib/features/attempt/policy';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { MAX_SAVE_BYTES, saveSchema } from '@/lib/features/attempt/schema';
import { answering, fromOurPages, readBody, refuse, reply } from '@/lib/server/http';

interface Context {
  params: Promise<{ id: string; part: string }>;
}

const CONFLICT = {
  code: 'REVISION_CONFLICT',
  message: 'This part was also changed in another tab or on another device. Both are kept.',
} as const;

const LATE = {
  code: 'TIME_OVER',
  message:
    'The time was over when this arrived. It is kept and the staff can see it, but it is not graded.',
} as const;

/**
 * Saves one answer. 200 `{ revision, savedAt, receipt }`; 409 `REVISION_CONFLICT` with `theirs`;
 * 409 `TIME_OVER` with the `receipt` of the late revision.
 */
export const PUT = answering(async (request: NextRequest, { params }: Context) => {
  const { id, part } = await params;
  const origin = fromOurPages(request);
  if (!origin.ok) return refuse(origin.error);
  const attempt = await ownAttemptOfRequest(request, id);
  if (!attempt.ok) return refuse(attempt.error);
  const body = await readBody(request, saveSchema, MAX_SAVE_BYTES);
  if (!body.ok) return refuse(body.error);

  const saved = await saveAnswer(attempt.value, part, body.value);
  if (!saved.ok) return refuse(saved.error);
  switch (saved.value.kind) {
    case 'saved': {
      const { revision, savedAt, receipt } = saved.value;
      return reply({ revision, savedAt, receipt });
    }
    case 'conflict':
      return refuse(CONFLICT, { theirs: saved.value.theirs });
    case 'late':
      return refuse(LATE, { receipt: saved.value.receipt });
  }
});

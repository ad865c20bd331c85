import type { NextRequest } from 'next/server';
import { receiveExam } from '@/lib/features/library/receive';
import { answering, fromOurPages, refuse, reply } from '@/lib/server/http';

/** Takes an exam as a folder's files or a zip, `multipart/form-data`: 200 `{ draftId }`, its check has begun. */
export const POST = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const origin = fromOurPages(request);
    if (!origin.ok) return refuse(origin.error);
    const received = await receiveExam(request, id);
    return received.ok ? reply(received.value) : refuse(received.error);
  },
);

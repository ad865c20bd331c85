import type { NextRequest } from 'next/server';
import { receiveRoster } from '@/lib/features/roster/receive';
import { answering, fromOurPages, refuse, reply } from '@/lib/server/http';

/**
 * Takes a roster, `multipart/form-data` of `file` and `options`: 200 with what becomes of each row. It is
 * written only where `options.confirm` names the digest of a preview.
 */
export const POST = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const origin = fromOurPages(request);
    if (!origin.ok) return refuse(origin.error);
    const received = await receiveRoster(request, id);
    return received.ok ? reply(received.value) : refuse(received.error);
  },
);

import type { NextRequest } from 'next/server';
import { logFileOf } from '@/lib/features/log/log-file';
import { answering, refuse, replyDownload } from '@/lib/server/http';

/** The log of a course as CSV, for its staff, filtered by the same query as its page. */
export const GET = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const file = await logFileOf(request, id);
    if (!file.ok) return refuse(file.error);
    return replyDownload(file.value.name, 'text/csv; charset=utf-8', file.value.lines);
  },
);

import type { NextRequest } from 'next/server';
import { bytesOf } from '@/lib/features/exams/file-data';
import { visibleFileOfRequest } from '@/lib/features/exams/policy';
import { answering, refuse, replyFile } from '@/lib/server/http';

/** A picture of an exam version: 200 with its bytes, 304 where the browser has them. */
export const GET = answering(
  async (
    request: NextRequest,
    { params }: { params: Promise<{ version: string; name: string }> },
  ) => {
    const { version, name } = await params;
    const file = await visibleFileOfRequest(request, version, name);
    if (!file.ok) return refuse(file.error);
    return replyFile(request, file.value, () => bytesOf(file.value));
  },
);

import type { NextRequest } from 'next/server';
import { sittingState } from '@/lib/features/attempt/data';
import { ownSittingOfRequest } from '@/lib/features/attempt/policy';
import { answering, refuse, reply } from '@/lib/server/http';

/**
 * Whether one may begin a sitting now, for those who wait: 200
 * `{ state: 'early' | 'held' | 'open' | 'over' }`.
 */
export const GET = answering(
  async (request: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
    const { id } = await params;
    const sitting = await ownSittingOfRequest(request, id);
    if (!sitting.ok) return refuse(sitting.error);
    return reply({ state: await sittingState(sitting.value) });
  },
);

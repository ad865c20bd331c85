import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { start } from '@/lib/features/attempt/actions';

/** Begins an attempt and goes to its room; says why where that cannot be. */
export function useStart(sittingId: string) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const begin = async (accessCode: string | null, partIds: readonly string[] = []) => {
    setBusy(true);
    setProblem(null);
    const started = await start({ sittingId, accessCode, partIds }).catch(() => null);
    if (started?.ok) return router.push(`/attempts/${started.value.attemptId}`);
    setBusy(false);
    setProblem(
      started?.error.message ??
        'The server cannot be reached. The clock has not started; try again.',
    );
  };
  return { begin, busy, problem };
}

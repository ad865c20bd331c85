'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { previewMoreTime } from '@/lib/features/sittings/actions';
import type { MoreTimePreview } from '@/lib/features/sittings/preview-data';

const WAIT_MS = 250;

interface Shown {
  /** Null while it is being worked out. */
  shown: MoreTimePreview | null;
  problem: string | null;
}

const ASKING: Shown = { shown: null, problem: null };

/** What more time would do, as the server says; nothing while it has not answered what is asked now. */
export function useMoreTimePreview(input: {
  sittingId: string;
  personIds: readonly string[] | null;
  minutes: number;
}): Shown {
  const wanted = JSON.stringify(input);
  const [asked] = useDebouncedValue(wanted, WAIT_MS);
  const [answer, setAnswer] = useState<{ of: string; said: Shown } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void ask(asked).then((said) => {
      if (isWanted) setAnswer({ of: asked, said });
    });
    return () => {
      isWanted = false;
    };
  }, [asked]);
  return answer?.of === wanted ? answer.said : ASKING;
}

async function ask(input: string): Promise<Shown> {
  const said = await previewMoreTime(JSON.parse(input)).catch(() => null);
  if (said?.ok) return { shown: said.value, problem: null };
  return { shown: null, problem: said?.error.message ?? 'The server cannot be reached.' };
}

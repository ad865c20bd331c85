'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { preview } from '@/lib/features/sittings/actions';
import type { SittingPreview } from '@/lib/features/sittings/preview-data';
import type { Scope } from '@/lib/features/sittings/schema';
import type { TimeChoice } from '@/lib/features/sittings/wall-clock';
import { inputOf, type SittingValues } from './form-values';

export interface FieldProblem {
  message: string;
  field?: string;
  choices?: TimeChoice[];
}

export type Previewed =
  | { kind: 'asking' }
  | { kind: 'fits'; preview: SittingPreview }
  | { kind: 'wrong'; problem: FieldProblem };

const WAIT_MS = 350;

/** What the server says of a sitting as it is written now; `asking` until it has answered that. */
export function usePreview(scope: Scope, values: SittingValues): Previewed {
  const sitting = JSON.stringify(inputOf(values));
  const where = JSON.stringify(scope);
  const [asked] = useDebouncedValue(sitting, WAIT_MS);
  const [answer, setAnswer] = useState<{ of: string; said: Previewed } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void say(where, asked).then((said) => {
      if (isWanted) setAnswer({ of: asked, said });
    });
    return () => {
      isWanted = false;
    };
  }, [where, asked]);
  return answer?.of === sitting ? answer.said : { kind: 'asking' };
}

async function say(scope: string, sitting: string): Promise<Previewed> {
  const said = await preview({ scope: JSON.parse(scope), sitting: JSON.parse(sitting) }).catch(
    () => null,
  );
  if (!said) return { kind: 'wrong', problem: { message: UNREACHABLE } };
  return said.ok ? { kind: 'fits', preview: said.value } : { kind: 'wrong', problem: said.error };
}

const UNREACHABLE = 'The server cannot be reached. Nothing was changed.';

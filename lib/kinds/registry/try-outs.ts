// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { tryOut as arrows } from '@/lib/kinds/arrows/try-out';
import { tryOut as choice } from '@/lib/kinds/choice/try-out';
import type { TryOut } from '@/lib/kinds/contract';
import { tryOut as derivation } from '@/lib/kinds/derivation/try-out';
import { tryOut as formula } from '@/lib/kinds/formula/try-out';
import { tryOut as graph } from '@/lib/kinds/graph/try-out';
import { tryOut as ordering } from '@/lib/kinds/ordering/try-out';
import { tryOut as plan } from '@/lib/kinds/plan/try-out';
import { tryOut as proof } from '@/lib/kinds/proof/try-out';
import { tryOut as recurrence } from '@/lib/kinds/recurrence/try-out';
import { tryOut as reparametrization } from '@/lib/kinds/reparametrization/try-out';
import { tryOut as text } from '@/lib/kinds/text/try-out';
import type { KindName } from './names';

/** Try-outs as authors write them; the kinds’ authoring validates them. */
export const tryOuts: Record<KindName, TryOut> = {
  arrows,
  choice,
  derivation,
  formula,
  graph,
  ordering,
  plan,
  proof,
  recurrence,
  reparametrization,
  text,
};

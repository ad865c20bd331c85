// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { golden as arrows } from '@/lib/kinds/arrows/cases';
import { golden as choice } from '@/lib/kinds/choice/cases';
import type { GoldenPart } from '@/lib/kinds/contract';
import { golden as derivation } from '@/lib/kinds/derivation/cases';
import { golden as formula } from '@/lib/kinds/formula/cases';
import { golden as graph } from '@/lib/kinds/graph/cases';
import { golden as ordering } from '@/lib/kinds/ordering/cases';
import { golden as plan } from '@/lib/kinds/plan/cases';
import { golden as proof } from '@/lib/kinds/proof/cases';
import { golden as recurrence } from '@/lib/kinds/recurrence/cases';
import { golden as reparametrization } from '@/lib/kinds/reparametrization/cases';
import { golden as text } from '@/lib/kinds/text/cases';
import type { KindName } from './names';

/** Golden parts as authors write them; the kinds’ authoring validates them. */
export const goldenParts: Record<KindName, readonly GoldenPart<unknown, unknown>[]> = {
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

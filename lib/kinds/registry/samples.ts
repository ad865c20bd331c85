// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { golden as arrows } from '@/lib/kinds/arrows/cases';
import { tryOut as tryArrows } from '@/lib/kinds/arrows/try-out';
import { golden as choice } from '@/lib/kinds/choice/cases';
import { tryOut as tryChoice } from '@/lib/kinds/choice/try-out';
import type { GoldenPart, TryOut } from '@/lib/kinds/contract';
import { golden as derivation } from '@/lib/kinds/derivation/cases';
import { tryOut as tryDerivation } from '@/lib/kinds/derivation/try-out';
import { golden as formula } from '@/lib/kinds/formula/cases';
import { tryOut as tryFormula } from '@/lib/kinds/formula/try-out';
import { golden as graph } from '@/lib/kinds/graph/cases';
import { tryOut as tryGraph } from '@/lib/kinds/graph/try-out';
import { golden as plan } from '@/lib/kinds/plan/cases';
import { tryOut as tryPlan } from '@/lib/kinds/plan/try-out';
import { golden as proof } from '@/lib/kinds/proof/cases';
import { tryOut as tryProof } from '@/lib/kinds/proof/try-out';
import { golden as recurrence } from '@/lib/kinds/recurrence/cases';
import { tryOut as tryRecurrence } from '@/lib/kinds/recurrence/try-out';
import { golden as reparametrization } from '@/lib/kinds/reparametrization/cases';
import { tryOut as tryReparametrization } from '@/lib/kinds/reparametrization/try-out';
import { golden as text } from '@/lib/kinds/text/cases';
import { tryOut as tryText } from '@/lib/kinds/text/try-out';
import type { KindName } from './names';

/** Golden parts and try-outs as authors write them; the kinds' schemas validate them. */
export const goldenParts: Record<KindName, readonly GoldenPart<unknown, unknown>[]> = {
  arrows,
  choice,
  derivation,
  formula,
  graph,
  plan,
  proof,
  recurrence,
  reparametrization,
  text,
};

export const tryOuts: Record<KindName, TryOut> = {
  arrows: tryArrows,
  choice: tryChoice,
  derivation: tryDerivation,
  formula: tryFormula,
  graph: tryGraph,
  plan: tryPlan,
  proof: tryProof,
  recurrence: tryRecurrence,
  reparametrization: tryReparametrization,
  text: tryText,
};

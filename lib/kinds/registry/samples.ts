// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { golden as arrows } from '../arrows/cases';
import { tryOut as tryArrows } from '../arrows/try-out';
import { golden as choice } from '../choice/cases';
import { tryOut as tryChoice } from '../choice/try-out';
import type { GoldenPart, TryOut } from '../contract';
import { golden as derivation } from '../derivation/cases';
import { tryOut as tryDerivation } from '../derivation/try-out';
import { golden as formula } from '../formula/cases';
import { tryOut as tryFormula } from '../formula/try-out';
import { golden as graph } from '../graph/cases';
import { tryOut as tryGraph } from '../graph/try-out';
import { golden as plan } from '../plan/cases';
import { tryOut as tryPlan } from '../plan/try-out';
import { golden as proof } from '../proof/cases';
import { tryOut as tryProof } from '../proof/try-out';
import { golden as recurrence } from '../recurrence/cases';
import { tryOut as tryRecurrence } from '../recurrence/try-out';
import { golden as reparametrization } from '../reparametrization/cases';
import { tryOut as tryReparametrization } from '../reparametrization/try-out';
import { golden as text } from '../text/cases';
import { tryOut as tryText } from '../text/try-out';
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

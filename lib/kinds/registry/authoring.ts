// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { answers as arrows } from '@/lib/kinds/arrows/answer';
import { authoring as authorArrows } from '@/lib/kinds/arrows/authoring';
import { type BoundAuthoring, bindAuthoring } from '@/lib/kinds/bind';
import { answers as choice } from '@/lib/kinds/choice/answer';
import { authoring as authorChoice } from '@/lib/kinds/choice/authoring';
import { answers as derivation } from '@/lib/kinds/derivation/answer';
import { authoring as authorDerivation } from '@/lib/kinds/derivation/authoring';
import { answers as formula } from '@/lib/kinds/formula/answer';
import { authoring as authorFormula } from '@/lib/kinds/formula/authoring';
import { answers as graph } from '@/lib/kinds/graph/answer';
import { authoring as authorGraph } from '@/lib/kinds/graph/authoring';
import { answers as ordering } from '@/lib/kinds/ordering/answer';
import { authoring as authorOrdering } from '@/lib/kinds/ordering/authoring';
import { answers as plan } from '@/lib/kinds/plan/answer';
import { authoring as authorPlan } from '@/lib/kinds/plan/authoring';
import { answers as proof } from '@/lib/kinds/proof/answer';
import { authoring as authorProof } from '@/lib/kinds/proof/authoring';
import { answers as recurrence } from '@/lib/kinds/recurrence/answer';
import { authoring as authorRecurrence } from '@/lib/kinds/recurrence/authoring';
import { answers as reparametrization } from '@/lib/kinds/reparametrization/answer';
import { authoring as authorReparametrization } from '@/lib/kinds/reparametrization/authoring';
import { answers as text } from '@/lib/kinds/text/answer';
import { authoring as authorText } from '@/lib/kinds/text/authoring';
import type { KindName } from './names';

export const authoring: Record<KindName, BoundAuthoring> = {
  arrows: bindAuthoring(arrows, authorArrows),
  choice: bindAuthoring(choice, authorChoice),
  derivation: bindAuthoring(derivation, authorDerivation),
  formula: bindAuthoring(formula, authorFormula),
  graph: bindAuthoring(graph, authorGraph),
  ordering: bindAuthoring(ordering, authorOrdering),
  plan: bindAuthoring(plan, authorPlan),
  proof: bindAuthoring(proof, authorProof),
  recurrence: bindAuthoring(recurrence, authorRecurrence),
  reparametrization: bindAuthoring(reparametrization, authorReparametrization),
  text: bindAuthoring(text, authorText),
};

// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { answers as arrows } from '@/lib/kinds/arrows/answer';
import { grade as gradeArrows } from '@/lib/kinds/arrows/grade';
import { type BoundGrader, bindGrader } from '@/lib/kinds/bind';
import { answers as choice } from '@/lib/kinds/choice/answer';
import { grade as gradeChoice } from '@/lib/kinds/choice/grade';
import { answers as derivation } from '@/lib/kinds/derivation/answer';
import { grade as gradeDerivation } from '@/lib/kinds/derivation/grade';
import { answers as formula } from '@/lib/kinds/formula/answer';
import { grade as gradeFormula } from '@/lib/kinds/formula/grade';
import { answers as graph } from '@/lib/kinds/graph/answer';
import { grade as gradeGraph } from '@/lib/kinds/graph/grade';
import { answers as ordering } from '@/lib/kinds/ordering/answer';
import { grade as gradeOrdering } from '@/lib/kinds/ordering/grade';
import { answers as plan } from '@/lib/kinds/plan/answer';
import { grade as gradePlan } from '@/lib/kinds/plan/grade';
import { answers as proof } from '@/lib/kinds/proof/answer';
import { grade as gradeProof } from '@/lib/kinds/proof/grade';
import { answers as recurrence } from '@/lib/kinds/recurrence/answer';
import { grade as gradeRecurrence } from '@/lib/kinds/recurrence/grade';
import { answers as reparametrization } from '@/lib/kinds/reparametrization/answer';
import { grade as gradeReparametrization } from '@/lib/kinds/reparametrization/grade';
import { answers as text } from '@/lib/kinds/text/answer';
import { grade as gradeText } from '@/lib/kinds/text/grade';
import type { KindName } from './names';

export const graders: Record<KindName, BoundGrader> = {
  arrows: bindGrader(arrows, gradeArrows),
  choice: bindGrader(choice, gradeChoice),
  derivation: bindGrader(derivation, gradeDerivation),
  formula: bindGrader(formula, gradeFormula),
  graph: bindGrader(graph, gradeGraph),
  ordering: bindGrader(ordering, gradeOrdering),
  plan: bindGrader(plan, gradePlan),
  proof: bindGrader(proof, gradeProof),
  recurrence: bindGrader(recurrence, gradeRecurrence),
  reparametrization: bindGrader(reparametrization, gradeReparametrization),
  text: bindGrader(text, gradeText),
};

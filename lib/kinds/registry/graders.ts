// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { grade as gradeArrows } from '@/lib/kinds/arrows/grade';
import { schema as arrows } from '@/lib/kinds/arrows/schema';
import { type BoundGrader, bindGrader } from '@/lib/kinds/bind';
import { grade as gradeChoice } from '@/lib/kinds/choice/grade';
import { schema as choice } from '@/lib/kinds/choice/schema';
import { grade as gradeDerivation } from '@/lib/kinds/derivation/grade';
import { schema as derivation } from '@/lib/kinds/derivation/schema';
import { grade as gradeFormula } from '@/lib/kinds/formula/grade';
import { schema as formula } from '@/lib/kinds/formula/schema';
import { grade as gradeGraph } from '@/lib/kinds/graph/grade';
import { schema as graph } from '@/lib/kinds/graph/schema';
import { grade as gradePlan } from '@/lib/kinds/plan/grade';
import { schema as plan } from '@/lib/kinds/plan/schema';
import { grade as gradeProof } from '@/lib/kinds/proof/grade';
import { schema as proof } from '@/lib/kinds/proof/schema';
import { grade as gradeRecurrence } from '@/lib/kinds/recurrence/grade';
import { schema as recurrence } from '@/lib/kinds/recurrence/schema';
import { grade as gradeReparametrization } from '@/lib/kinds/reparametrization/grade';
import { schema as reparametrization } from '@/lib/kinds/reparametrization/schema';
import { grade as gradeText } from '@/lib/kinds/text/grade';
import { schema as text } from '@/lib/kinds/text/schema';
import type { KindName } from './names';

export const graders: Record<KindName, BoundGrader> = {
  arrows: bindGrader(arrows, gradeArrows),
  choice: bindGrader(choice, gradeChoice),
  derivation: bindGrader(derivation, gradeDerivation),
  formula: bindGrader(formula, gradeFormula),
  graph: bindGrader(graph, gradeGraph),
  plan: bindGrader(plan, gradePlan),
  proof: bindGrader(proof, gradeProof),
  recurrence: bindGrader(recurrence, gradeRecurrence),
  reparametrization: bindGrader(reparametrization, gradeReparametrization),
  text: bindGrader(text, gradeText),
};

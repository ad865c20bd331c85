// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { grade as gradeArrows } from '../arrows/grade';
import { schema as arrows } from '../arrows/schema';
import { type BoundGrader, bindGrader } from '../bind';
import { grade as gradeChoice } from '../choice/grade';
import { schema as choice } from '../choice/schema';
import { grade as gradeDerivation } from '../derivation/grade';
import { schema as derivation } from '../derivation/schema';
import { grade as gradeFormula } from '../formula/grade';
import { schema as formula } from '../formula/schema';
import { grade as gradeGraph } from '../graph/grade';
import { schema as graph } from '../graph/schema';
import { grade as gradePlan } from '../plan/grade';
import { schema as plan } from '../plan/schema';
import { grade as gradeProof } from '../proof/grade';
import { schema as proof } from '../proof/schema';
import { grade as gradeRecurrence } from '../recurrence/grade';
import { schema as recurrence } from '../recurrence/schema';
import { grade as gradeReparametrization } from '../reparametrization/grade';
import { schema as reparametrization } from '../reparametrization/schema';
import { grade as gradeText } from '../text/grade';
import { schema as text } from '../text/schema';
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

// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { answers as arrows } from '@/lib/kinds/arrows/answer';
import { type BoundAnswers, bindAnswers } from '@/lib/kinds/bind';
import { answers as choice } from '@/lib/kinds/choice/answer';
import { answers as derivation } from '@/lib/kinds/derivation/answer';
import { answers as formula } from '@/lib/kinds/formula/answer';
import { answers as graph } from '@/lib/kinds/graph/answer';
import { answers as ordering } from '@/lib/kinds/ordering/answer';
import { answers as plan } from '@/lib/kinds/plan/answer';
import { answers as proof } from '@/lib/kinds/proof/answer';
import { answers as recurrence } from '@/lib/kinds/recurrence/answer';
import { answers as reparametrization } from '@/lib/kinds/reparametrization/answer';
import { answers as text } from '@/lib/kinds/text/answer';
import type { KindName } from './names';

export const answers: Record<KindName, BoundAnswers> = {
  arrows: bindAnswers(arrows),
  choice: bindAnswers(choice),
  derivation: bindAnswers(derivation),
  formula: bindAnswers(formula),
  graph: bindAnswers(graph),
  ordering: bindAnswers(ordering),
  plan: bindAnswers(plan),
  proof: bindAnswers(proof),
  recurrence: bindAnswers(recurrence),
  reparametrization: bindAnswers(reparametrization),
  text: bindAnswers(text),
};

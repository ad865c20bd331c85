// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { schema as arrows } from '@/lib/kinds/arrows/schema';
import { type BoundSchema, bindSchema } from '@/lib/kinds/bind';
import { schema as choice } from '@/lib/kinds/choice/schema';
import { schema as derivation } from '@/lib/kinds/derivation/schema';
import { schema as formula } from '@/lib/kinds/formula/schema';
import { schema as graph } from '@/lib/kinds/graph/schema';
import { schema as plan } from '@/lib/kinds/plan/schema';
import { schema as proof } from '@/lib/kinds/proof/schema';
import { schema as recurrence } from '@/lib/kinds/recurrence/schema';
import { schema as reparametrization } from '@/lib/kinds/reparametrization/schema';
import { schema as text } from '@/lib/kinds/text/schema';
import type { KindName } from './names';

export const schemas: Record<KindName, BoundSchema> = {
  arrows: bindSchema(arrows),
  choice: bindSchema(choice),
  derivation: bindSchema(derivation),
  formula: bindSchema(formula),
  graph: bindSchema(graph),
  plan: bindSchema(plan),
  proof: bindSchema(proof),
  recurrence: bindSchema(recurrence),
  reparametrization: bindSchema(reparametrization),
  text: bindSchema(text),
};

// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { schema as arrows } from '../arrows/schema';
import { type BoundSchema, bindSchema } from '../bind';
import { schema as choice } from '../choice/schema';
import { schema as derivation } from '../derivation/schema';
import { schema as formula } from '../formula/schema';
import { schema as graph } from '../graph/schema';
import { schema as plan } from '../plan/schema';
import { schema as proof } from '../proof/schema';
import { schema as recurrence } from '../recurrence/schema';
import { schema as reparametrization } from '../reparametrization/schema';
import { schema as text } from '../text/schema';
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

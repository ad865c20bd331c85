// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.
'use client';

import { answers as arrows } from '@/lib/kinds/arrows/answer';
import { Paper as ArrowsPaper } from '@/lib/kinds/arrows/paper';
import { type BoundPaper, bindPaper } from '@/lib/kinds/bind-paper';
import { answers as choice } from '@/lib/kinds/choice/answer';
import { Paper as ChoicePaper } from '@/lib/kinds/choice/paper';
import { answers as formula } from '@/lib/kinds/formula/answer';
import { Paper as FormulaPaper } from '@/lib/kinds/formula/paper';
import { answers as graph } from '@/lib/kinds/graph/answer';
import { Paper as GraphPaper } from '@/lib/kinds/graph/paper';
import { answers as ordering } from '@/lib/kinds/ordering/answer';
import { Paper as OrderingPaper } from '@/lib/kinds/ordering/paper';
import { answers as recurrence } from '@/lib/kinds/recurrence/answer';
import { Paper as RecurrencePaper } from '@/lib/kinds/recurrence/paper';
import type { KindName } from './names';

/** What is printed for an answer by hand; kinds that are not here get room to write alone. */
export const papers: Partial<Record<KindName, BoundPaper>> = {
  arrows: bindPaper(arrows, ArrowsPaper),
  choice: bindPaper(choice, ChoicePaper),
  formula: bindPaper(formula, FormulaPaper),
  graph: bindPaper(graph, GraphPaper),
  ordering: bindPaper(ordering, OrderingPaper),
  recurrence: bindPaper(recurrence, RecurrencePaper),
};

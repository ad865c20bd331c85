import { z } from 'zod';
import { markdown } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import { inNoOrder } from '@/lib/kinds/shuffled';
import type { ChoiceAnswer, ChoiceKey, ChoiceSpec } from './answer';

/** Ids of options are sent to students' browsers; one that is a word could give the answer away. */
const optionId = z.string().regex(/^(?:[A-Za-z]|\d{1,2})$/, 'an id is one letter or a number');

export const authoredChoice = z
  .strictObject({
    options: z.record(optionId, markdown.min(1)).describe('Option id → text, markdown.'),
    reference: z.array(z.string()).describe('The ids of all right options.'),
    multiple: z.boolean().default(false).describe('More than one option may be picked.'),
    shuffle: z
      .boolean()
      .default(true)
      .describe('Each attempt sees the options in an order of its own; else in that of their ids.'),
  })
  .superRefine(({ options, reference, multiple }, context) => {
    for (const [index, id] of reference.entries()) {
      if (Object.hasOwn(options, id)) continue;
      context.addIssue({
        code: 'custom',
        message: `no option "${id}"`,
        path: ['reference', index],
      });
    }
    if (!multiple && reference.length !== 1) {
      const message = 'exactly one option is right unless `multiple: true`';
      context.addIssue({ code: 'custom', message, path: ['reference'] });
    }
  });
type AuthoredChoice = z.infer<typeof authoredChoice>;

export const authoring: KindAuthoring<AuthoredChoice, ChoiceSpec, ChoiceKey, ChoiceAnswer> = {
  shownInOrder: [],
  readsFormulas: false,
  authored: authoredChoice,
  split: ({ options, reference, multiple, shuffle }) => ({
    spec: {
      options: inNoOrder(
        Object.entries(options).map(([id, text]) => ({ id, text })),
        ({ id, text }) => (shuffle ? text : id.padStart(2)),
      ),
      multiple,
      shuffle,
    },
    key: { right: reference },
  }),
  referenceAnswer: (_, { right }) => ({ selected: right }),
};

import { z } from 'zod';
import type { KindAuthoring } from '@/lib/kinds/contract';
import type { ChoiceAnswer, ChoiceKey, ChoiceSpec } from './answer';

export const authoredChoice = z
  .strictObject({
    options: z.record(z.string(), z.string().min(1)).describe('Option id → text, markdown.'),
    reference: z.array(z.string()).describe('The ids of all right options.'),
    multiple: z.boolean().default(false).describe('More than one option may be picked.'),
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
  readsFormulas: false,
  authored: authoredChoice,
  split: ({ options, reference, multiple }) => ({
    spec: { options: Object.entries(options).map(([id, text]) => ({ id, text })), multiple },
    key: { right: reference },
  }),
  referenceAnswer: (_, { right }) => ({ selected: right }),
};

import { z } from 'zod';
import type { ContentProblem, KindSchema } from '@/lib/kinds/contract';

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

export const choiceSpec = z.strictObject({
  options: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  multiple: z.boolean(),
});
export type ChoiceSpec = z.infer<typeof choiceSpec>;

export const choiceKey = z.strictObject({ right: z.array(z.string()) });
export type ChoiceKey = z.infer<typeof choiceKey>;

export const choiceAnswer = z.strictObject({
  selected: z.array(z.string().max(100)).max(100).optional(),
});
export type ChoiceAnswer = z.infer<typeof choiceAnswer>;

function unknownOption(spec: ChoiceSpec, { selected = [] }: ChoiceAnswer): ContentProblem | null {
  const ids = spec.options.map(({ id }) => id);
  const unknown = selected.find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    return { message: `no option "${unknown}"; there are ${ids.join(', ')}`, path: ['selected'] };
  }
  if (!spec.multiple && new Set(selected).size > 1) {
    return { message: 'only one option may be picked', path: ['selected'] };
  }
  return null;
}

export const schema: KindSchema<AuthoredChoice, ChoiceSpec, ChoiceKey, ChoiceAnswer> = {
  version: 1,
  readsFormulas: false,
  title: 'Choice',
  authored: authoredChoice,
  spec: choiceSpec,
  key: choiceKey,
  answer: choiceAnswer,
  split: ({ options, reference, multiple }) => ({
    spec: { options: Object.entries(options).map(([id, text]) => ({ id, text })), multiple },
    key: { right: reference },
  }),
  isEmpty: ({ selected = [] }) => selected.length === 0,
  misfit: unknownOption,
  referenceAnswer: ({ right }) => ({ selected: right }),
};

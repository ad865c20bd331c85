import { z } from 'zod';
import type { ContentProblem, KindAnswers } from '@/lib/kinds/contract';

const choiceSpec = z.strictObject({
  options: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  multiple: z.boolean(),
  /** Each attempt sees the options in an order of its own. */
  shuffle: z.boolean().default(false),
});
export type ChoiceSpec = z.infer<typeof choiceSpec>;

const choiceKey = z.strictObject({ right: z.array(z.string()) });
export type ChoiceKey = z.infer<typeof choiceKey>;

const choiceAnswer = z.strictObject({
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

export const answers: KindAnswers<ChoiceSpec, ChoiceKey, ChoiceAnswer> = {
  version: 1,
  title: 'Choice',
  spec: choiceSpec,
  key: choiceKey,
  answer: choiceAnswer,
  isEmpty: ({ selected = [] }) => selected.length === 0,
  misfit: unknownOption,
};

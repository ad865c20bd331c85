import { z } from 'zod';
import { latex } from '@/lib/exam/written-texts';
import type { KindAuthoring } from '@/lib/kinds/contract';
import {
  authoredReading,
  authoredSymbols,
  declareSymbols,
  splitReading,
} from '@/lib/kinds/fields/symbols';
import { parseDomain } from '@/lib/math/core/domain';
import {
  type FieldName,
  type ReparametrizationAnswer,
  type ReparametrizationKey,
  type ReparametrizationSpec,
  reference,
  role,
  shares,
} from './answer';

const realDomain = z.string().refine(
  (text) => {
    const domain = parseDomain(text);
    return domain?.kind === 'real' || domain?.kind === 'interval';
  },
  { message: 'no interval: real, (0, inf), (a, b)' },
);

export const authoredReparametrization = z.strictObject({
  symbols: authoredSymbols,
  ...authoredReading,
  roles: z.record(z.string(), role).describe('What each symbol stands for: id → role.'),
  density: z
    .string()
    .min(1)
    .describe('Of the law to sample from, in the sample and the parameter.'),
  domain: realDomain.describe('Where that density lives: (0, inf), real, …'),
  T: z
    .strictObject({ label: latex.min(1), left_sides: z.array(z.string().min(1)).default([]) })
    .describe('How the field for the transformation is labelled.'),
  gradient: z
    .strictObject({ label: latex.min(1), left_sides: z.array(z.string().min(1)).default([]) })
    .describe('How the field for the estimator is labelled.'),
  reference,
  shares: shares.describe('Points of the transformation with its base, and of the estimator.'),
  follow_on: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Share that an estimator earns which is right for a transformation that is not.'),
  score_function: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .describe('Share that an unbiased estimator earns which does not reparametrize.'),
  slip: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe(
      'Share that a transformation or an estimator earns which is right but for its sign, and an estimator without the gradient of the network, or with a derivative that is not carried out.',
    ),
});
type AuthoredReparametrization = z.infer<typeof authoredReparametrization>;

function split(authored: AuthoredReparametrization): {
  spec: ReparametrizationSpec;
  key: ReparametrizationKey;
} {
  const { roles, density, domain } = authored;
  const { symbols, functions } = declareSymbols(authored.symbols);
  const fieldOf = ({ label, left_sides }: AuthoredReparametrization['T'], name: FieldName) => ({
    label,
    leftSides: [label, ...left_sides, name],
  });
  return {
    spec: {
      symbols,
      reading: splitReading(authored),
      roles,
      density,
      domain,
      T: fieldOf(authored.T, 'T'),
      gradient: fieldOf(authored.gradient, 'gradient'),
    },
    key: {
      reference: authored.reference,
      shares: authored.shares,
      followOn: authored.follow_on,
      scoreFunction: authored.score_function,
      slip: authored.slip,
      functions,
    },
  };
}

export const authoring: KindAuthoring<
  AuthoredReparametrization,
  ReparametrizationSpec,
  ReparametrizationKey,
  ReparametrizationAnswer
> = {
  shownInOrder: ['symbols', 'roles'],
  readsFormulas: true,
  authored: authoredReparametrization,
  split,
  referenceAnswer: (_, { reference: { base: chosen, T, gradient } }) => ({
    base: chosen,
    fields: { T, gradient },
  }),
};

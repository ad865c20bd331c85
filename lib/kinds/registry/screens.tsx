// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.
'use client';

import dynamic from 'next/dynamic';
import { AnswerSkeleton } from '../answer-skeleton';
import { schema as arrows } from '../arrows/schema';
import { type BoundScreens, bindScreens } from '../bind-screens';
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

export const screens: Record<KindName, BoundScreens> = {
  arrows: bindScreens(
    arrows,
    dynamic(() => import('../arrows/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('../arrows/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  choice: bindScreens(
    choice,
    dynamic(() => import('../choice/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('../choice/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  derivation: bindScreens(
    derivation,
    dynamic(() => import('../derivation/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('../derivation/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  formula: bindScreens(
    formula,
    dynamic(() => import('../formula/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('../formula/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  graph: bindScreens(
    graph,
    dynamic(() => import('../graph/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('../graph/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  plan: bindScreens(
    plan,
    dynamic(() => import('../plan/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('../plan/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  proof: bindScreens(
    proof,
    dynamic(() => import('../proof/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('../proof/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  recurrence: bindScreens(
    recurrence,
    dynamic(() => import('../recurrence/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('../recurrence/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  reparametrization: bindScreens(
    reparametrization,
    dynamic(() => import('../reparametrization/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('../reparametrization/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  text: bindScreens(
    text,
    dynamic(() => import('../text/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('../text/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
};

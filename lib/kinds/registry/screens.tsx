// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.
'use client';

import dynamic from 'next/dynamic';
import { AnswerSkeleton } from '@/lib/kinds/answer-skeleton';
import { answers as arrows } from '@/lib/kinds/arrows/answer';
import { type BoundScreens, bindScreens } from '@/lib/kinds/bind-screens';
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

export const screens: Record<KindName, BoundScreens> = {
  arrows: bindScreens(
    arrows,
    dynamic(() => import('@/lib/kinds/arrows/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/arrows/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  choice: bindScreens(
    choice,
    dynamic(() => import('@/lib/kinds/choice/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/choice/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  derivation: bindScreens(
    derivation,
    dynamic(() => import('@/lib/kinds/derivation/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/derivation/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  formula: bindScreens(
    formula,
    dynamic(() => import('@/lib/kinds/formula/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/formula/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  graph: bindScreens(
    graph,
    dynamic(() => import('@/lib/kinds/graph/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/graph/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  ordering: bindScreens(
    ordering,
    dynamic(() => import('@/lib/kinds/ordering/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/ordering/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  plan: bindScreens(
    plan,
    dynamic(() => import('@/lib/kinds/plan/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/plan/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  proof: bindScreens(
    proof,
    dynamic(() => import('@/lib/kinds/proof/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/proof/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  recurrence: bindScreens(
    recurrence,
    dynamic(() => import('@/lib/kinds/recurrence/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/recurrence/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  reparametrization: bindScreens(
    reparametrization,
    dynamic(() => import('@/lib/kinds/reparametrization/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/reparametrization/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
  text: bindScreens(
    text,
    dynamic(() => import('@/lib/kinds/text/input').then((module) => module.Input), {
      loading: AnswerSkeleton,
    }),
    dynamic(() => import('@/lib/kinds/text/review').then((module) => module.Review), {
      loading: AnswerSkeleton,
    }),
  ),
};

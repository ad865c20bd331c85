// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.

import { type BoundFindUnread, bindUnread } from '@/lib/kinds/bind';
import { answers as derivation } from '@/lib/kinds/derivation/answer';
import { answers as formula } from '@/lib/kinds/formula/answer';
import { answers as plan } from '@/lib/kinds/plan/answer';
import { answers as proof } from '@/lib/kinds/proof/answer';
import { answers as recurrence } from '@/lib/kinds/recurrence/answer';
import { answers as reparametrization } from '@/lib/kinds/reparametrization/answer';
import type { KindName } from './names';

/** Loads what finds in answers of a kind what cannot be read. */
export const unreadFinders: Partial<Record<KindName, () => Promise<BoundFindUnread>>> = {
  derivation: async () => {
    const { findUnread } = await import('@/lib/kinds/derivation/unread');
    return bindUnread(derivation, findUnread);
  },
  formula: async () => {
    const { findUnread } = await import('@/lib/kinds/formula/unread');
    return bindUnread(formula, findUnread);
  },
  plan: async () => {
    const { findUnread } = await import('@/lib/kinds/plan/unread');
    return bindUnread(plan, findUnread);
  },
  proof: async () => {
    const { findUnread } = await import('@/lib/kinds/proof/unread');
    return bindUnread(proof, findUnread);
  },
  recurrence: async () => {
    const { findUnread } = await import('@/lib/kinds/recurrence/unread');
    return bindUnread(recurrence, findUnread);
  },
  reparametrization: async () => {
    const { findUnread } = await import('@/lib/kinds/reparametrization/unread');
    return bindUnread(reparametrization, findUnread);
  },
};

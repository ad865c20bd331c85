import { useState } from 'react';
import type { JsonValue } from '@/lib/exam/check';
import { unreadFinders } from '@/lib/kinds/registry/unread';
import type { DeviceFact } from './device-facts';
import type { TryOutExample } from './try-outs';

const UNTRIED: DeviceFact = {
  state: 'attention',
  text: 'Write something into a field under “Try it out”, to see that it is read.',
};
const READ: DeviceFact = { state: 'ready', text: 'What you wrote is read.' };
const UNREAD: DeviceFact = {
  state: 'attention',
  text: 'What you wrote is not read yet: the field says where.',
};

/** Whether a field of formulas took what was typed on this device; null where the exam has none. */
export function useFieldFact(examples: readonly TryOutExample[]) {
  const [fact, setFact] = useState(UNTRIED);
  const hasFormulas = examples.some(({ kind }) => kind in unreadFinders);
  const tried = async ({ kind, spec }: TryOutExample, value: JsonValue) => {
    const findUnread = await unreadFinders[kind]?.();
    if (!findUnread || !isWritten(value)) return;
    setFact(findUnread(spec, value).length === 0 ? READ : UNREAD);
  };
  return { fact: hasFormulas ? fact : null, tried };
}

/** Whether there is any text in an answer. */
function isWritten(value: JsonValue): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(isWritten);
}

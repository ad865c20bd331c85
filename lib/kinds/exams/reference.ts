import type { JsonValue } from '@/lib/exam/check';
import type { Reference } from '@/lib/kinds/contract';
import { authoring } from '@/lib/kinds/registry/authoring';
import { isKindName } from '@/lib/kinds/registry/names';

/** Made on the server, so that nothing which works out references is in a browser. */
export function referenceOf(kind: string, spec: JsonValue, key: JsonValue): Reference {
  if (!isKindName(kind)) return { key, answer: null };
  const { shownKey, referenceAnswer } = authoring[kind];
  return { key: shownKey(key), answer: referenceAnswer(spec, key) };
}

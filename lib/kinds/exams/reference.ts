import type { JsonValue } from '@/lib/exam/check';
import type { Reference } from '@/lib/kinds/contract';
import { authoring } from '@/lib/kinds/registry/authoring';
import { isKindName } from '@/lib/kinds/registry/names';

/** Made on the server, so that nothing which works out references is in a browser. */
export function referenceOf(kind: string, spec: JsonValue, key: JsonValue): Reference {
  return { key, answer: isKindName(kind) ? authoring[kind].referenceAnswer(spec, key) : null };
}

import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import { GREEK_NAMES } from '@/lib/math/notation/notation';
import { plainCharacters } from '@/lib/math/notation/plain-characters';
import { asTyped, typedForms } from '@/lib/math/notation/typed-forms';
import type { TypedLanguage } from '@/lib/ui/natural-typing/characters';

/** What a visual field knows of the language while one types. */
export const TYPED_LANGUAGE: TypedLanguage = {
  signs: new Set([...GREEK_NAMES, 'eps', 'inf', 'infty', 'nabla', 'partial', 'top']),
  functions: new Set(FUNCTION_NAMES.keys()),
  asTyped,
  formsOf: typedForms,
  plain: (text) => plainCharacters(text).text,
};

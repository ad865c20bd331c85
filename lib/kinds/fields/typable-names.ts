import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import { GREEK_NAMES } from '@/lib/math/notation/notation';
import type { Names } from '@/lib/ui/natural-typing/characters';

/** The names that a formula field knows while one types. */
export const TYPABLE_NAMES: Names = {
  signs: new Set([...GREEK_NAMES, 'eps', 'inf', 'infty', 'nabla', 'partial', 'top']),
  functions: new Set(FUNCTION_NAMES.keys()),
};

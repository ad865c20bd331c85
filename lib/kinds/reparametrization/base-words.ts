import type { Base, NamedBase } from './answer';

/** The bases that are chosen by name, in words with mathematics between `$…$`. */
export const BASES: readonly { name: NamedBase; words: string }[] = [
  { name: 'uniform', words: 'uniform on $(0, 1)$' },
  { name: 'exponential', words: 'exponential with rate $1$' },
  { name: 'normal', words: 'standard normal' },
];

/** `latexOf` typesets a formula of the part; null where it cannot be read. */
export function baseInWords(
  base: Base | undefined,
  latexOf: (text: string) => string | null,
): string {
  if (base === undefined) return 'none chosen';
  if (typeof base === 'object') {
    const density = latexOf(base.density);
    const typeset = density === null ? `\`${base.density}\`` : `$${density}$`;
    return `density ${typeset} on $${base.domain.replaceAll('inf', '\\infty ')}$`;
  }
  return BASES.find(({ name }) => name === base)?.words ?? base;
}

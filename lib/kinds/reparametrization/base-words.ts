import type { Base, NamedBase } from './schema';

/** The bases that are chosen by name, in words with mathematics between `$…$`. */
export const BASES: readonly { name: NamedBase; words: string }[] = [
  { name: 'uniform', words: 'uniform on $(0, 1)$' },
  { name: 'exponential', words: 'exponential with rate $1$' },
  { name: 'normal', words: 'standard normal' },
];

export function baseInWords(base: Base | undefined): string {
  if (base === undefined) return 'none chosen';
  if (typeof base === 'object') return `density ${base.density} on ${base.domain}`;
  return BASES.find(({ name }) => name === base)?.words ?? base;
}

/** Signs, digits and commands of mathematics; LaTeX's commands for text are none. */
const MATHEMATICS = /[\d=<>+*/^_{}|∂∇∫∑√≤≥≠→·×\p{Sm}\p{Script=Greek}]|\\(?!text|mathrm|,|;|:|!| )/u;
const WORD = /\p{L}{3,}/gu;

/**
 * Whether a text that could not be read may have mathematics in it. Without are words alone, such as
 * "sorry, no time for this": at least two, and nothing that a formula is made of.
 */
export function hasMathematics(text: string): boolean {
  const plain = text.replace(/\\(?:text|mathrm)\w*\s*\{([^{}]*)\}/g, ' $1 ');
  return MATHEMATICS.test(plain) || (plain.match(WORD) ?? []).length < 2;
}

const VERB = '(?:converges?|tends?|goes|go|konvergiert|konvergieren|geht|gehen|strebt|streben)';
const TO = '\\s+(?:to|towards?|gegen)';
/** `\\text{ tends to }`, with or without the zero inside. */
const IN_TEXT = new RegExp(`\\\\text\\w*\\s*\\{\\s*${VERB}${TO}\\s*(zero|null|0)?\\s*\\}`, 'gi');
const TYPED = new RegExp(
  `(?<![A-Za-z])(?<!(?:not|nicht|never|nie)\\s+)${VERB}${TO}\\s+(?:(zero|null)(?![A-Za-z])|(?=0))`,
  'gi',
);

/** `v_t tends to zero` says what `v_t → 0` does; places stay. */
export function withArrowsForVerbs(source: string): string {
  const arrow = (whole: string, zero: string | undefined) =>
    `→${(zero === undefined ? '' : '0').padStart(whole.length - 1)}`;
  return source.replace(IN_TEXT, arrow).replace(TYPED, arrow);
}

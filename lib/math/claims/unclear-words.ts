import type { Cue } from './claim-cues';

const NEGATING =
  /(?<![\\A-Za-z])(?:not|never|neither|nor|no|nothing|hardly|cannot|(?:is|are|do|does|ca)n['’]t|excludes?|except|contrary|deny|denies|opposite|nicht|nie|niemals|keine?[nrms]?|keineswegs|weder|kaum|außer|gegenteil)(?![A-Za-z])/i;
/** Words of this sort that deny nothing. */
const HARMLESS =
  /(?:does|do)\s+not\s+(?:depend|change)|not\s+(?:negative|necessar\w+|only)|no\s+matter|nicht\s+(?:negativ|notwendig\w*)|hängt\s+nicht/gi;

/** Whether words that nobody made sense of may turn around what is claimed; `cues` were understood. */
export function areUnclear(source: string, cues: readonly Cue[]): boolean {
  const characters = source.split('');
  for (const { start, end } of cues) characters.fill(' ', start, end);
  return NEGATING.test(characters.join('').replace(HARMLESS, ' '));
}

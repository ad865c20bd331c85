/** How deep brackets stand within each other; a closing one too many is passed over. */
export function nestingOf(text: string, opening = '([{', closing = ')]}'): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (opening.includes(character)) depth += 1;
    else if (closing.includes(character)) depth = Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** With each level the field and the browser's layout take half as long again; at twelve a key takes a tenth of a second. */
const MOST_LEVELS = 12;
const MOST_CHARACTERS = 2000;

/** Whether a visual field can show a formula without getting stuck; what it cannot is edited as text. */
export function fitsVisually(text: string): boolean {
  return text.length <= MOST_CHARACTERS && nestingOf(text) <= MOST_LEVELS;
}

import {
  CHARACTER_COMMANDS,
  CHARACTER_MARKS,
  pairs,
  SUBSCRIPT_CHARACTERS,
  SUPERSCRIPT_CHARACTERS,
  VULGAR_FRACTIONS,
} from './notation';

/** A text with the offset of each of its characters in what was typed, and of its end. */
export interface PlainText {
  text: string;
  /** Null where nothing was changed: then offsets are the same. */
  offsets: readonly number[] | null;
}

/**
 * Characters that look like another and are taken for it: letters of other alphabets, the open e,
 * signs of the typesetter. Those of Unicode's own compatibility (NFKC) need no entry.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  pairs(
    "ɛ ε ∊ ε ɑ α ß β ∆ Δ ⁄ / ∶ : ⋆ * ⟮ ( ⟯ ) ` ' ʹ ' ″ '' ‴ ''' ‵ ' ⎯ - ‒ - ― - ﹣ - а a е e о o р p с c х x у y і i ј j А A В B Е E К K М M Н H О O Р P С C Т T Х X У Y І I Ј J Α A Β B Ε E Ζ Z Η H Ι I Κ K Μ M Ν N Ο O Ρ P Τ T Υ Y Χ X ο o",
  ),
);

const ASCII = /^[\x20-\x7e\s]*$/;
/** Letters with a sign above, as keyboards with dead keys and foreign ones make them. */
const COMPOSED = /^[\u00c0-\u024f\u1e00-\u1eff]$/;

/**
 * The text in the characters that the language knows: compatibility forms such as 𝑥, ｘ and ① are
 * the plain ones (Unicode Standard Annex 15, NFKC), look-alikes what they look like, and letters
 * with a sign above fall into letter and sign. Characters with a meaning of their own stay.
 */
export function plainCharacters(typed: string): PlainText {
  if (ASCII.test(typed)) return { text: typed, offsets: null };
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of typed) {
    const plain = inPlainLetters(character);
    for (let index = 0; index < plain.length; index++) offsets.push(at);
    text += plain;
    at += character.length;
  }
  offsets.push(at);
  return { text, offsets };
}

function inPlainLetters(character: string): string {
  if (character < '\u0080' || hasMeaning(character)) return character;
  const alike = LOOK_ALIKES.get(character);
  if (alike !== undefined) return alike;
  if (COMPOSED.test(character)) return character.normalize('NFD');
  const compatible = character.normalize('NFKC');
  if (compatible === character) return character;
  return [...compatible].map((each) => LOOK_ALIKES.get(each) ?? each).join('');
}

function hasMeaning(character: string): boolean {
  return [
    CHARACTER_COMMANDS,
    CHARACTER_MARKS,
    SUBSCRIPT_CHARACTERS,
    SUPERSCRIPT_CHARACTERS,
    VULGAR_FRACTIONS,
  ].some((table) => table.has(character));
}

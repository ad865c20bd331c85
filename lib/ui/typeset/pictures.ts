/** Where a picture is fetched and how large it is, so that nothing moves when it comes. */
export interface Picture {
  src: string;
  width: number;
  height: number;
}

/** The pictures of an exam by the names that its texts call them. */
export type Pictures = Readonly<Record<string, Picture>>;

/** An author's text where no pictures are at hand: their descriptions are shown. */
export const NO_PICTURES: Pictures = {};

/** The title that makes a picture without a description a mere ornament: `![](line.png "decorative")`. */
export const DECORATIVE = 'decorative';

/** A text with the descriptions of its pictures in their places, for what is read aloud. */
export function withoutPictures(text: string): string {
  return text.replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/** The picture of a name; null where there is none, also for what every object has, such as `toString`. */
export function pictureNamed(name: string, pictures: Pictures): Picture | null {
  return Object.hasOwn(pictures, name) ? (pictures[name] ?? null) : null;
}

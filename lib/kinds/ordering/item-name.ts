import { spoken } from '@/lib/ui/spoken';
import { withoutPictures } from '@/lib/ui/typeset/pictures';

/** An item's text as it is read aloud: markdown with its formulas in words. */
export function itemName(text: string): string {
  return withoutPictures(text)
    .replace(/\$([^$]+)\$/g, (_, latex: string) => spoken(latex))
    .trim();
}

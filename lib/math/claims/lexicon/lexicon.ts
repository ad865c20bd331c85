import { czech } from './czech';
import { english } from './english';
import type { Language, Meaning } from './entry';
import { german } from './german';

/** A word of a line, in lower case, or a colon. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** What some words in a row do. */
export interface Said {
  means: Meaning | 'subject';
  start: number;
  end: number;
}

export const LANGUAGES: readonly Language[] = [english, german, czech];

/** What all lexicons have in common, made once. */
interface Common {
  /** Phrases by their first word, the longest first. */
  phrases: ReadonlyMap<string, readonly { words: readonly string[]; means: Meaning }[]>;
  inert: ReadonlySet<string>;
  subjects: ReadonlySet<string>;
  words: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
}

function commonOf(languages: readonly Language[]): Common {
  const phrases = new Map<string, { words: readonly string[]; means: Meaning }[]>();
  const all = languages.flatMap((language) => language.phrases);
  for (const [means, phrase] of all) {
    const words = splitWords(phrase);
    const [first = ''] = words;
    const others = phrases.get(first) ?? [];
    others.push({ words, means });
    phrases.set(first, others);
  }
  for (const others of phrases.values()) others.sort((a, b) => b.words.length - a.words.length);
  const inert = languages.flatMap((language) => language.inert);
  const subjects = languages.flatMap((language) => language.subjects);
  const runs = [...inert, ...subjects, ...all.map(([, phrase]) => phrase)];
  return {
    ...{ phrases, inert: wordsOf(inert), subjects: wordsOf(subjects) },
    ...{ words: wordsOf(runs), pairs: pairsOf(runs) },
  };
}

const COMMON = commonOf(LANGUAGES);

/** The words that are understood in lines of proofs: those of all languages, and those of an exam. */
export class Lexicon {
  readonly #own: ReadonlySet<string>;
  readonly #ownPairs: ReadonlySet<string>;

  /** `own` are words for what the formulas of an exam are about. */
  constructor(own: readonly string[] = []) {
    this.#own = wordsOf(own);
    this.#ownPairs = pairsOf(own);
  }

  /** Whether a run of letters is a word of any phrase, in lower case; of words with hyphens each part. */
  knows(word: string): boolean {
    return (
      this.#has(word) || (word.includes('-') && word.split('-').every((part) => this.#has(part)))
    );
  }

  /** Whether a word says nothing of the formulas beside it, whatever other words do. */
  isPassedOver(word: string): boolean {
    return COMMON.inert.has(word) || COMMON.subjects.has(word) || this.#own.has(word);
  }

  /** Whether some phrase has the two words in a row, as `a contradiction`. */
  joins(word: string, next: string): boolean {
    const pair = `${word} ${next}`;
    return COMMON.pairs.has(pair) || this.#ownPairs.has(pair);
  }

  /** What the words of a run do, from left to right; of phrases that begin alike the longest counts. */
  read(words: readonly Word[]): Said[] {
    const said: Said[] = [];
    for (let at = 0; at < words.length; ) {
      const { means, length } = this.#readAt(words, at);
      const [first, last] = [words[at], words[at + length - 1]];
      if (first && last) said.push({ means, start: first.start, end: last.end });
      at += length;
    }
    return said;
  }

  #has(word: string): boolean {
    return COMMON.words.has(word) || this.#own.has(word);
  }

  #readAt(words: readonly Word[], at: number): { means: Said['means']; length: number } {
    const text = words[at]?.text ?? '';
    const phrase = COMMON.phrases
      .get(text)
      ?.find(({ words: all }) => all.every((word, index) => words[at + index]?.text === word));
    if (phrase) return { means: phrase.means, length: phrase.words.length };
    if (text === ':' || COMMON.inert.has(text)) return { means: 'inert', length: 1 };
    const isOfHyphens = text.includes('-') && this.knows(text);
    const isSubject = COMMON.subjects.has(text) || this.#own.has(text) || isOfHyphens;
    return { means: isSubject ? 'subject' : 'unknown', length: 1 };
  }
}

function splitWords(run: string): string[] {
  return run.split(' ').map(plainWord);
}

function wordsOf(runs: readonly string[]): Set<string> {
  return new Set(runs.flatMap(splitWords));
}

/** Words that stand next to one another in a run. */
function pairsOf(runs: readonly string[]): Set<string> {
  return new Set(
    runs.map(splitWords).flatMap((run) => run.map((word, at) => `${word} ${run[at + 1]}`)),
  );
}

/** A word as it is looked up: in lower case, without the points of abbreviations. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/\.\s?/g, '').replace('’', "'");
}

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

/** The words that are understood in lines of proofs: those of all languages, and those of an exam. */
export class Lexicon {
  /** Phrases by their first word, the longest first. */
  readonly #phrases = new Map<string, { words: readonly string[]; means: Meaning }[]>();
  readonly #inert: ReadonlySet<string>;
  readonly #subjects: ReadonlySet<string>;
  readonly #words: ReadonlySet<string>;
  readonly #pairs: ReadonlySet<string>;

  /** `own` are words for what the formulas of an exam are about. */
  constructor(own: readonly string[] = []) {
    const phrases = LANGUAGES.flatMap((language) => language.phrases);
    for (const [means, phrase] of phrases) {
      const words = phrase.split(' ').map(plainWord);
      const [first = ''] = words;
      const others = this.#phrases.get(first) ?? [];
      const all = [...others, { words, means }].sort((a, b) => b.words.length - a.words.length);
      this.#phrases.set(first, all);
    }
    const inert = LANGUAGES.flatMap((language) => language.inert);
    const subjects = [...LANGUAGES.flatMap((language) => language.subjects), ...own];
    this.#inert = wordsOf(inert);
    this.#subjects = wordsOf(subjects);
    const all = [...inert, ...subjects, ...phrases.map(([, phrase]) => phrase)].map((run) =>
      run.split(' ').map(plainWord),
    );
    this.#words = new Set(all.flat());
    this.#pairs = new Set(all.flatMap((run) => run.map((word, at) => `${word} ${run[at + 1]}`)));
  }

  /** Whether a run of letters is a word of any phrase, in lower case; of words with hyphens each part. */
  knows(word: string): boolean {
    return this.#words.has(word) || (word.includes('-') && areKnown(word, this.#words));
  }

  /** Whether a word says nothing of the formulas beside it, whatever other words do. */
  isPassedOver(word: string): boolean {
    return this.#inert.has(word) || this.#subjects.has(word);
  }

  /** Whether some phrase has the two words in a row, as `a contradiction`. */
  joins(word: string, next: string): boolean {
    return this.#pairs.has(`${word} ${next}`);
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

  #readAt(words: readonly Word[], at: number): { means: Said['means']; length: number } {
    const text = words[at]?.text ?? '';
    const phrase = this.#phrases
      .get(text)
      ?.find(({ words: all }) => all.every((word, index) => words[at + index]?.text === word));
    if (phrase) return { means: phrase.means, length: phrase.words.length };
    if (text === ':' || this.#inert.has(text)) return { means: 'inert', length: 1 };
    const isSubject = this.#subjects.has(text) || (text.includes('-') && this.knows(text));
    return { means: isSubject ? 'subject' : 'unknown', length: 1 };
  }
}

function wordsOf(runs: readonly string[]): Set<string> {
  return new Set(runs.flatMap((run) => run.split(' ').map(plainWord)));
}

function areKnown(word: string, words: ReadonlySet<string>): boolean {
  return word.split('-').every((part) => words.has(part));
}

/** A word as it is looked up: in lower case, without the points of abbreviations. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/\.\s?/g, '').replace('’', "'");
}

/** What a phrase does in a line of a proof. */
export type Meaning =
  /** The role of the line, said by its first words. */
  | 'suppose'
  | 'case'
  /** What stands behind it is supposed, or, where it was to be shown, concluded. */
  | 'by contradiction'
  | 'define'
  /** `let`: a name, a new number, or a supposition; what stands behind it tells. */
  | 'let'
  /** What is to be shown, and is not claimed yet. */
  | 'announce'
  /** The statement behind it is a condition. */
  | 'if'
  /** A list goes on, as with a comma. */
  | 'and'
  /** What comes now is claimed. */
  | 'then'
  /** `⇒`. */
  | 'implies'
  /** What stands behind it is the range of a claim. */
  | 'for all'
  | 'exists'
  /** What is supposed may be so of one thing of a kind only; a claim of one says less than that it holds. */
  | 'for some'
  | 'contradiction'
  /** `→`, and `→ 0`. */
  | 'tends'
  | 'vanishes'
  /** The index grows, which says nothing of its own. */
  | 'grows'
  /** What a number or a name is said to have; nothing by itself. */
  | 'such that'
  /** Words that would mean something else by themselves, and together say nothing. */
  | 'inert'
  /** Words that say nothing by themselves, and together may turn a claim around. */
  | 'unknown';

/**
 * A meaning, the phrase, whose words stand together in this order, and a line that uses it. A colon
 * is a word too.
 */
type Entry = readonly [means: Meaning, phrase: string, example: string];

/**
 * The words of a language that are understood in proofs. Every example is run as a test, over numbers
 * u, v and a sequence x_t.
 */
export interface Language {
  phrases: readonly Entry[];
  /**
   * Words that connect statements, say nothing of them and cannot turn them around, however they are
   * combined: no negation, no doubt, no speech about what others claim. Each run is one that may stand
   * in front of a claim; its words count wherever they stand.
   */
  inert: readonly string[];
  /** Words for what formulas are about. Beside a formula they say nothing; by themselves they may carry a claim. */
  subjects: readonly string[];
}

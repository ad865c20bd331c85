/** Words that join the lines of a proof, as typed without `\text`; short ones only next to others. */
const WORDS =
  'hence|thus|therefore|then|since|because|suppose|assume|assuming|let|have|but|and|for|all|every|each|follows|that|from|with|contradiction|finally|now|also|triangle|inequality|definition|hypothesis|assumption|where|which|means|implies|implied|this|there|gives|yields|get|obtain|know|show|shown|given|therefore|consequently|moreover|similarly|likewise|again|using|use|squeeze|theorem|Cauchy|Schwarz|when|end|proof|qed|QED|must|holds|any|both|sides|taking|take|norms|limit|limits|nearest|neighbour|neighbor|positive|negative|constant|constants|the|is|are|of|in|to|we|so|as|if|by|it|an|be|or|on|at|no';

const WORD = new RegExp(`(?<![\\\\A-Za-z{_^])(?:${WORDS})(?![A-Za-z])`, 'gi');
const LONG = 4;

/** Marks that stand between statements and are no part of them, with what separates them instead. */
const BETWEEN =
  /\\(?:iff|Leftrightarrow|Longleftrightarrow|therefore|because|blacksquare|square|Box|qed|bot|lightning|checkmark)(?![A-Za-z])|[⇔⟺∴∵□■∎⊥↯⚡]|<=>/g;
/** `t → ∞` beside a limit; below a `lim` it belongs to the sign. */
const GROWING =
  /(?<!_\{?\s*)\(?\b[a-z]\s*(?:\\(?:to|rightarrow)(?![A-Za-z])|->|→)\s*(?:\\infty|\\infin|∞|infty|infinity|inf|oo)(?![A-Za-z])\)?/g;
const LONG_ARROW = /\\xrightarrow\s*(?:\[[^\]]*\])?\s*\{[^{}]*\}/g;
/** `by (1a)`. */
const REFERENCE =
  /(?<![\\A-Za-z])(?:by|from|with|using|and|see|eq\.?|equations?)\s*\(\d{1,2}[a-z]?\)/gi;
/** Names of what a statement is said for: to a colon, or to the end. */
const FOR_ALL = /(?:\\forall|∀)[^:]*?(?::|$)/g;
const TEXT = /\\(?:text\w*|mbox)\s*\{([^{}]*)\}/g;

/** Words after which something is supposed, and those after which it is built on. */
const SUPPOSING = /(?<![A-Za-z])(?:suppose|assum(?:e|ing)|angenommen|annahme)(?![A-Za-z])/i;
const CONDITION = /(?<![\\A-Za-z])(?:if|when|wenn|falls)(?![A-Za-z])/i;
const CONCLUDING =
  /(?<![\\A-Za-z])(?:then|so|hence|thus|therefore|follows|implies|implied|gives|get|contradiction|dann|also|folgt)(?![A-Za-z])|\\(?:Rightarrow|implies|Longrightarrow|therefore|iff)(?![A-Za-z])|=>|⇒|⟹/gi;

/** Where in a line something is supposed, from its word to that of the conclusion or to the end. */
export interface Supposition {
  start: number;
  end: number;
  /** `suppose`, `assume`: for the sake of a contradiction, or of a case. */
  isExplicit: boolean;
}

function suppositionIn(source: string): Supposition | null {
  const word = SUPPOSING.exec(source) ?? CONDITION.exec(source);
  if (!word) return null;
  const isExplicit = SUPPOSING.test(source);
  const start = word.index;
  CONCLUDING.lastIndex = start;
  return { start, end: CONCLUDING.exec(source)?.index ?? source.length, isExplicit };
}

/**
 * A line of a proof with its words replaced by `;`, which separates statements, so that places stay.
 * `words` are what was passed over, for the reader.
 */
export function withoutWords(source: string): {
  text: string;
  hasWords: boolean;
  words: string;
  supposition: Supposition | null;
} {
  const found: { at: number; word: string }[] = [];
  const blank = (text: string) => `;${' '.repeat(text.length - 1)}`;
  const passed = (whole: string, word: string, at: number) => {
    found.push({ at, word: word.trim() });
    return blank(whole);
  };
  const plain = source
    .replace(TEXT, passed)
    .replace(LONG_ARROW, (text) => '\\to'.padEnd(text.length, ' '))
    .replace(GROWING, blank)
    .replace(FOR_ALL, blank)
    .replace(BETWEEN, blank)
    .replace(REFERENCE, (whole, at: number) => passed(whole, whole, at));
  const text = plain.replace(WORD, (word, at: number) =>
    word.length >= LONG || isBesideSpace(plain, at, word.length) ? passed(word, word, at) : word,
  );
  return {
    text,
    hasWords: text !== source,
    words: found
      .sort((a, b) => a.at - b.at)
      .map(({ word }) => word)
      .join(' '),
    supposition: suppositionIn(source),
  };
}

/** A short word is one where it stands alone; two letters without a space are a product. */
function isBesideSpace(text: string, at: number, length: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at + length] ?? ' '];
  return /[\s;,.]/.test(before) && /[\s;,.]/.test(after);
}

/** What words make of the statements around them. */
type CueKind =
  /** From here on statements are supposed: `suppose`, `case 1:`, `if`; `given`: only the next one is. */
  | 'suppose'
  | 'case'
  | 'condition'
  | 'given'
  /** `a unless b`: a if not b; `a only if b`: b if a. */
  | 'unless'
  | 'only if'
  /** Here what is supposed ends: `then`, `so`. */
  | 'then'
  | 'conclude'
  | 'colon'
  | 'reason'
  | 'deny'
  | 'impossible'
  | 'announce'
  | 'perhaps'
  /** Words that look like one of the others and are none. */
  | 'none';

export interface Cue {
  kind: CueKind;
  start: number;
  end: number;
}

const NO_LETTER_BEFORE = '(?<![\\\\A-Za-zÀ-ÿ])';
const NO_LETTER_BEHIND = '(?![A-Za-zÀ-ÿ])';
const NOT = "(?:\\s+not|n[o']?t|n’t)";
const THAT = '(?:\\s*,?\\s*(?:that|dass|daß))?';

/** In order of precedence where two begin at the same place. */
const PHRASES: readonly (readonly [CueKind, string])[] = [
  ['none', 'if\\s+and\\s+only\\s+if|genau\\s+dann,?\\s*wenn|(?:suppose|assume)\\s+also'],
  ['only if', 'only\\s+(?:if|when)|nur\\s+(?:dann,?\\s*)?(?:wenn|falls)'],
  ['unless', 'unless|except\\s+(?:if|when|where)|es\\s+sei\\s+denn|außer\\s+wenn'],
  [
    'suppose',
    'suppose(?:\\s+not)?|supposing|assum(?:e|ing)(?:\\s+not)?|assumption\\s*(?=:)|angenommen|(?<!(?:zur|der|laut|nach|die|per|unserer)\\s+)annahme|(?:nehmen|nehme|nimmt)\\s+(?:wir|ich|man)(?:\\s+nun|\\s+jetzt)?\\s+an|(?:towards?|for|by)\\s+(?:a\\s+)?contradiction\\s*[,:]?\\s*let|(?:zum|durch|für\\s+einen)\\s+widerspruch\\s+seie?n?',
  ],
  ['none', 'would\\s+be|wäre\\s+(?:das|dies)'],
  [
    'only if',
    'would\\s+(?:imply|mean|give|yield|contradict|lead\\s+to|force)|würde\\s+(?:bedeuten|heißen)',
  ],
  [
    'condition',
    'if(?:\\s+not)?|when|whenever|wenn|falls|sofern|provided|vorausgesetzt|otherwise|sonst|were(?=\\s*[\\\\|])|had\\s+we|wäre(?=\\s*[\\\\|])',
  ],
  ['then', 'then|dann'],
  [
    'none',
    '(?:for|towards?|by|im|zum|durch)\\s+(?:the\\s+sake\\s+of\\s+)?(?:a\\s+|einen\\s+)?(?:contradiction|widerspruch)',
  ],
  [
    'conclude',
    'so|hence|thus|therefore|follows|implies|implied|gives?|get|contradiction|contradict(?:s|ing)|but|widerspruch|also|folgt|somit|daher|damit|deshalb|liefert|ergibt|aber',
  ],
  [
    'reason',
    'because|since|as|da|weil|denn|both|beide|norms?|normen|sides?|seiten|terms?|squares?',
  ],
  [
    'deny',
    `there\\s+(?:is|are)\\s+no[^<>=]{0,40}?(?:with|such\\s+that|where|for\\s+which)|es\\s+gibt\\s+kein\\w*[^<>=]{0,40}?(?:mit|für\\s+die|sodass|so\\s+dass)|it\\s+is${NOT}\\s+(?:true|the\\s+case|so|right|correct|possible)${THAT}|it\\s+(?:is|would\\s+be)\\s+(?:false|wrong|untrue|impossible|incorrect)${THAT}|it\\s+can(?:\\s*not|['’]t)\\s+be(?:\\s+(?:true|the\\s+case))?${THAT}|it\\s+does${NOT}\\s+(?:hold|follow)${THAT}|we\\s+(?:do${NOT}|can(?:\\s*not|['’]t)|never)\\s+(?:have|get|obtain)${THAT}|es\\s+gilt\\s+(?:nicht|nie|niemals)${THAT}|es\\s+(?:ist|wäre)\\s+(?:falsch|unmöglich|nicht\\s+(?:wahr|möglich|der\\s+fall|so))${THAT}|es\\s+stimmt\\s+nicht${THAT}|es\\s+kann\\s+nicht\\s+(?:sein|gelten)${THAT}|(?<!(?:if|suppose|assume|or)\\s+)(?:not|nicht|never|niemals)(?=\\s*(?::|that|dass))`,
  ],
  [
    'impossible',
    `(?:is|are|was|were|would\\s+be)(?:n['’]t|\\s+never|\\s+not)\\s+(?:true|possible|satisfied|fulfilled|valid|the\\s+case)|(?:is|are)\\s+(?:excluded|ruled\\s+out)|ist\\s+(?:nicht\\s+erfüllt|ausgeschlossen)|(?:is|are|was|were|would\\s+be)\\s+(?:also\\s+|clearly\\s+|obviously\\s+)?(?:wrong|false|impossible|untrue|absurd|incorrect|not\\s+(?:true|possible|the\\s+case|so|correct|right))|(?:does|do)${NOT}\\s+(?:hold|follow)|can(?:\\s*not|['’]t)\\s+(?:be|hold|happen|occur)|never\\s+holds?|fails|gilt\\s+(?:also\\s+)?(?:nie|niemals|nicht)|kann\\s+(?:so\\s+)?nicht\\s+(?:sein|gelten)|ist\\s+(?:falsch|unmöglich|absurd|nicht\\s+(?:möglich|wahr|der\\s+fall))|nicht\\s+(?:sein|gelten)\\s+kann|impossible|unmöglich|absurd`,
  ],
  [
    'announce',
    "(?:it\\s+)?remains\\s+to(?:\\s+be)?\\s+(?:shown?|proven?|proved|see)|(?:want|wish|have|need|try|going|aim|suffices|enough|left|goal\\s+is)\\s+to\\s+(?:show|prove|see|verify|check)|(?:must|should|will|shall)\\s+(?:show|prove)|(?<!(?:was|as|what|were)\\s+)to\\s+(?:be\\s+)?(?:show|prove|shown|proven|proved)|zu\\s+(?:zeigen|beweisen)(?!\\s+(?:war|ist))|zz|z\\.\\s?z\\.|wts|(?:wollen|müssen|möchten)\\s+(?:wir\\s+)?(?:nun\\s+|noch\\s+)?zeigen|is\\s+it\\s+true|ist\\s+es\\s+wahr|whether|do\\s+not\\s+know|don['’]t\\s+know",
  ],
  [
    'perhaps',
    'maybe|perhaps|probably|possibly|presumably|vielleicht|wahrscheinlich|vermutlich|eventuell|i\\s+(?:think|guess|believe|hope)|ich\\s+(?:glaube|vermute|hoffe)',
  ],
];

const PATTERNS = PHRASES.map(([kind, pattern]): [CueKind, RegExp] => [
  kind,
  new RegExp(`${NO_LETTER_BEFORE}(?:${pattern})${NO_LETTER_BEHIND}`, 'gi'),
]);
const MARKS: readonly [CueKind, RegExp][] = [
  [
    'conclude',
    /\\(?:Rightarrow|implies|Longrightarrow|therefore|iff|Leftrightarrow)(?![A-Za-z])|=>|[⇒⟹∴⇔]|(?<!\.\s?[A-Za-z])\.(?=\s|$|\s*\})/g,
  ],
  ['reason', /\\because(?![A-Za-z])|∵/g],
  ['deny', /\\(?:neg|lnot)(?![A-Za-z])|¬/g],
  ['colon', /:/g],
  ['perhaps', /\?(?=\s*\}?\s*$)/g],
  [
    'case',
    /(?<=^[\s;:.,(]*(?:\\text\w*\s*\{\s*)?(?:(?:\d{1,2}\.|first|second|1st|2nd|other|erster|zweiter)\s+)?)(?:case|fall)(?:\s*\(?(?:\d{1,2}|[a-d]|[ivx]{1,3})\)?(?![A-Za-z_^]))?(?![A-Za-z])/gi,
  ],
];
/** The commands around words, and the spaces between them. */
const WRAPPING = /\\(?:text\w*|mbox|mathrm|operatorname)\s*\{|\}|~|\\[ ,;:!]|\\q?quad(?![A-Za-z])/g;

/** The cues of a line in order; `conditions` are places at which a condition on given symbols begins. */
export function cuesIn(source: string, conditions: readonly number[]): Cue[] {
  const prose = source.replace(WRAPPING, (wrapping) => ' '.repeat(wrapping.length));
  const matched = [
    ...MARKS.flatMap(([kind, pattern]) => matches(kind, pattern, source)),
    ...PATTERNS.flatMap(([kind, pattern]) => matches(kind, pattern, prose)),
  ];
  const conditionCues = conditions.map((at): Cue => ({ kind: 'given', start: at, end: at }));
  const sorted = matched.sort((a, b) => a.start - b.start || b.end - a.end);
  let covered = 0;
  const cues = sorted.filter(({ start, end }) => {
    if (start < covered) return false;
    covered = end;
    return true;
  });
  return [...cues, ...conditionCues].sort((a, b) => a.start - b.start);
}

function matches(kind: CueKind, pattern: RegExp, text: string): Cue[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
    kind,
    start: index,
    end: index + match.length,
  }));
}

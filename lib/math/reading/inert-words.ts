/**
 * Words beside a formula that say nothing of it, English, German and Czech. Any other word may
 * matter, and then a person reads the answer.
 */
export const INERT_WORDS: ReadonlySet<string> = new Set(
  [
    'a also an and answer are as be because by can compute computed conclude definition equation follows final finally follow from',
    'get gets gives given hence is it left line obtain obtained of result right rule see side simplify simplifying simplified since so solution step that',
    'the then there therefore this thus to transposed use used using very we where which with written yields chain linearity symmetry',
    'also aus antwort daher damit dann das der die durch ergebnis ergibt folgt gilt ist lösung man mit nach schritt so somit und wegen wir',
    'a dostaneme je kde odpověď pak plyne podle protože proto řešení tedy to výsledek z',
  ].flatMap((line) => line.split(' ')),
);

/** Names of what stands behind a colon: `Answer: x + 1`. */
export const LABEL_WORDS: ReadonlySet<string> = new Set(
  'answer result solution final antwort ergebnis lösung odpověď výsledek řešení a'.split(' '),
);

/** Words behind which a condition stands, `x if x > 0`. */
export const CONDITION_WORDS: ReadonlySet<string> = new Set(
  'if for when whenever provided falls wenn für sofern pokud když pro'.split(' '),
);

/** Words behind which something is said that the formula does not need. */
export const REMARK_WORDS: ReadonlySet<string> = new Set(
  'with where since because mit wobei weil da kde protože'.split(' '),
);

import type { Key } from '@/lib/kinds/fields/symbol-keys';

/** What a key of the keyboard for fingers does. */
export type FingerKey =
  /** It types a character, as a plain keyboard would. */
  | { types: string; face: string; name: string; isMath?: boolean; wide?: boolean }
  /** It types a symbol or a structure with gaps. */
  | { inserts: Key }
  | { does: FingerCommand; name: string; wide?: boolean };

export type FingerCommand =
  | 'delete'
  | 'left'
  | 'right'
  | 'enter'
  | 'hide'
  | 'numbers'
  | 'letters'
  | 'capitals'
  | 'greek'
  | 'structures';

export type FingerPage = 'numbers' | 'letters' | 'capitals' | 'greek' | 'structures';

const typed = (characters: string): FingerKey[] =>
  [...characters].map((types) => ({ types, face: types, name: types }));

const math = (types: string, face: string, name: string): FingerKey => ({
  types,
  face,
  name,
  isMath: true,
});

const DELETE: FingerKey = { does: 'delete', name: 'Delete' };
const LEFT: FingerKey = { does: 'left', name: 'Left' };
const RIGHT: FingerKey = { does: 'right', name: 'Right, out of an index' };
const HIDE: FingerKey = { does: 'hide', name: 'Hide the keyboard' };
const ENTER: FingerKey = { does: 'enter', name: 'Next line' };

const POWER = math('^', 'x^{\\square}', 'power');
const INDEX = math('_', 'x_{\\square}', 'index');
const FRACTION = math('/', '\\frac{\\square}{\\square}', 'divided by');
const PRIME = math("'", "x'", 'prime');
const BAR = math('|', '|', 'bar');
const SPACE: FingerKey = { types: ' ', face: '␣', name: 'Space, ends an index', wide: true };

/** Eight keys a row, so that each is as wide as a finger. */
const NUMBERS: readonly FingerKey[] = [
  ...typed('789'),
  ...typed('()'),
  math('+', '+', 'plus'),
  math('-', '-', 'minus'),
  DELETE,
  ...typed('456'),
  math('*', '\\cdot', 'times'),
  FRACTION,
  POWER,
  INDEX,
  math('=', '=', 'equals'),
  ...typed('123'),
  PRIME,
  BAR,
  math('<', '<', 'less'),
  math('>', '>', 'greater'),
  { types: ',', face: ',', name: 'comma' },
  { does: 'letters', name: 'Letters' },
  ...typed('0'),
  { types: '.', face: '.', name: 'point' },
  LEFT,
  RIGHT,
  { does: 'structures', name: 'More signs' },
];

const rows = (...lines: string[]) => lines.map(typed);

const LETTER_ROWS = rows('qwertyuiop', 'asdfghjkl', 'zxcvbnm');
const CAPITAL_ROWS = rows('QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM');

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi chi psi omega Gamma Delta Theta Lambda Sigma Phi Psi Omega'.split(
    ' ',
  );

/** The letters, ten a row as everywhere. */
export function letterRows(page: 'letters' | 'capitals'): FingerKey[][] {
  const [first = [], second = [], third = []] = page === 'letters' ? LETTER_ROWS : CAPITAL_ROWS;
  const shift: FingerKey =
    page === 'letters'
      ? { does: 'capitals', name: 'Capital letters' }
      : { does: 'letters', name: 'Small letters' };
  return [
    first,
    second,
    [shift, ...third, DELETE],
    [
      { does: 'numbers', name: 'Numbers' },
      { does: 'greek', name: 'Greek letters' },
      SPACE,
      LEFT,
      RIGHT,
    ],
  ];
}

/** The keys of a page that is a grid of eight columns; `more` are the structures of the part. */
export function gridOf(
  page: 'numbers' | 'greek' | 'structures',
  more: readonly Key[],
  hasLines: boolean,
): FingerKey[] {
  const last = hasLines ? [ENTER, HIDE] : [{ ...HIDE, wide: true }];
  if (page === 'numbers') return [...NUMBERS, ...last];
  const back: FingerKey[] = [{ does: 'numbers', name: 'Numbers' }, LEFT, RIGHT, DELETE, ...last];
  if (page === 'structures')
    return [
      ...more.map((key): FingerKey => ({ inserts: key })),
      { does: 'letters', name: 'Letters' },
      ...back,
    ];
  const greek = GREEK.map(
    (name): FingerKey => ({
      inserts: { face: `\\${name}`, latex: `\\${name}`, text: `${name} `, label: name },
    }),
  );
  return [...greek, { does: 'letters', name: 'Letters' }, ...back];
}

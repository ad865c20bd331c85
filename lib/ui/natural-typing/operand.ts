import type { Atom } from './mathlive-model';

const FACTOR =
  /^(mord|subsup|macro|group|leftright|genfrac|surd|accent|overunder|array|enclose|minner)$/;
const SPACE = /^(spacing|space)$/;
const BARS = /^\\(Vert|\||lVert|rVert)$/;

/** What is known of the names in front of a slash or a mark. */
export interface OperandNames {
  /** Whether a name, as typed, is that of a function, which takes what follows it. */
  isFunction: (typed: string) => boolean;
  asTyped: (latex: string) => string;
  /** Words stand between the formulas, so that only what is next to a function can be its argument. */
  words: boolean;
}

/**
 * The atom in front of what is divided by a slash behind `last`, as plain text reads it: the factor with
 * the function or the sign of a derivative that takes it, `ln u/x` is (ln u)/x. Null where there is none.
 */
export function beforeOperand(last: Atom, names: OperandNames): Atom | null {
  // Of a/b/c the first fraction is what the second slash divides.
  if (last.type === 'genfrac') return last.leftSibling ?? null;
  const before = beforeRun(last);
  if (!before || isDerivative(before, last)) return before;
  return beforeHead(before, names) ?? (before === last ? null : before);
}

/** Whether `dl` or `\\partial l` stand there, which are nothing that a function is taken of. */
function isDerivative({ rightSibling: first }: Atom, last: Atom): boolean {
  if (!first || first === last) return false;
  return first.command === '\\partial' || letterOf(first) === 'd';
}

/** In front of the factors without a space between them; a fraction is no part of what is divided next. */
function beforeRun(last: Atom): Atom | null {
  let atom: Atom | undefined = last;
  while (atom && isFactor(atom) && atom.type !== 'genfrac') {
    if (BARS.test(atom.command)) atom = otherBars(atom) ?? atom;
    else if (atom.type === 'mclose') atom = opening(atom) ?? atom;
    atom = atom.leftSibling;
    // The sign of 1.5e-3.
    if (atom && isSignOfPower(atom)) atom = atom.leftSibling;
  }
  return atom ?? null;
}

/** In front of the function that takes what stands behind `from`; null where none does. */
function beforeHead(from: Atom, names: OperandNames): Atom | null {
  let atom: Atom | undefined = from;
  for (;;) {
    while (atom && SPACE.test(atom.type)) atom = atom.leftSibling;
    if (!atom) return null;
    if (takesMore(atom, names)) return atom.leftSibling ?? null;
    const spelled = beforeSpelled(atom, names);
    if (spelled) return spelled;
    if (names.words || !isFactor(atom)) return null;
    atom = atom.leftSibling;
  }
}

function takesMore({ type, command }: Atom, { isFunction, asTyped }: OperandNames): boolean {
  if (command === '\\partial') return true;
  return (type === 'mop' || type === 'operator') && isFunction(asTyped(command));
}

/** In front of a function that stands there in letters, as where words are typed; null where none does. */
function beforeSpelled(last: Atom, { isFunction }: OperandNames): Atom | null {
  let name = '';
  let atom: Atom | undefined = last;
  for (; atom && /^[A-Za-z]$/.test(letterOf(atom)); atom = atom.leftSibling)
    name = letterOf(atom) + name;
  return name.length > 1 && isFunction(name) ? (atom ?? null) : null;
}

function letterOf({ type, value }: Atom): string {
  return type === 'mord' ? (value ?? '') : '';
}

/** Whether it may be divided, or have an index. */
export function isFactor({ type }: Atom): boolean {
  return FACTOR.test(type) || type === 'mclose';
}

/** The last atom up to this one that is no space. */
export function behindSpaces(from: Atom): Atom | undefined {
  let atom: Atom | undefined = from;
  while (atom && SPACE.test(atom.type)) atom = atom.leftSibling;
  return atom;
}

/** The bars that those at the end of a norm belong to. */
function otherBars(closing: Atom): Atom | null {
  let atom = closing.leftSibling;
  while (atom && !BARS.test(atom.command)) atom = atom.leftSibling;
  return atom ?? null;
}

function opening(closing: Atom): Atom | null {
  let depth = 0;
  for (let atom: Atom | undefined = closing; atom; atom = atom.leftSibling) {
    if (atom.type === 'mclose') depth++;
    if (atom.type === 'mopen' && --depth === 0) return atom;
  }
  return null;
}

function isSignOfPower(sign: Atom): boolean {
  const e = sign.leftSibling;
  return (
    sign.type === 'mbin' &&
    /^[-+\u2212]$/.test(sign.value ?? '') &&
    e?.value === 'e' &&
    isDigit(e.leftSibling) &&
    isDigit(sign.rightSibling)
  );
}

function isDigit(atom: Atom | undefined): boolean {
  return atom !== undefined && /^\d$/.test(letterOf(atom));
}

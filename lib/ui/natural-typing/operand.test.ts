import { describe, expect, it } from 'vitest';
import type { Atom } from './mathlive-model';
import { beforeOperand } from './operand';

/** A row of atoms: letters, digits and signs by their characters, others as `type:command`. */
function row(text: string): Atom[] {
  const atoms = ['first', ...text.split(' ').filter((each) => each !== '')].map(atomOf);
  for (const [index, atom] of atoms.entries()) {
    const [left, right] = [atoms[index - 1], atoms[index + 1]];
    if (left) atom.leftSibling = left;
    if (right) atom.rightSibling = right;
  }
  return atoms;
}

function atomOf(text: string): Atom {
  const [type = '', command = ''] = text.split(':');
  const known = /^[-+]$/.test(text) ? 'mbin' : text === '␣' ? 'spacing' : 'mord';
  const isNamed = text.length > 1;
  return {
    type: isNamed ? type : known,
    command,
    value: isNamed ? '' : text,
    isLastSibling: false,
    branch: () => undefined,
  };
}

/** What stands before a slash at the end of the row, as many atoms of it as the slash takes. */
function taken(text: string, words = false): number {
  const atoms = row(text);
  const last = atoms.at(-1);
  const names = {
    isFunction: (typed: string) => ['ln', 'sin'].includes(typed),
    asTyped: (latex: string) => latex.replace('\\', ''),
    words,
  };
  const before = last && beforeOperand(last, names);
  return before ? atoms.length - 1 - atoms.indexOf(before) : 0;
}

describe('what a slash takes', () => {
  it.each([
    ['the factors beside one another', 'x + a b subsup', 3],
    ['nothing behind a sign', 'x +', 0],
    ['one factor behind a space', 'a ␣ b', 1],
    ['a function with its argument', 'x mop:\\ln ␣ u', 3],
    ['a function whose argument has spaces in it', 'x ␣ mop:\\ln ␣ u ␣ v', 5],
    ['a power of a function', 'mop:\\sin subsup ␣ u', 4],
    ['no limit, which is taken of the quotient', 'operator:\\lim ␣ u', 1],
    ['the sign of a partial derivative', 'x ␣ mord:\\partial ␣ l', 3],
    ['no function in front of a derivative', 'mop:\\ln ␣ u ␣ d l', 2],
    ['a norm over its signs', 'x ␣ mord:\\Vert a + b mord:\\Vert', 5],
    ['only the fraction of a/b/c', 'a genfrac:\\frac', 1],
    ['no fraction in front of a derivative', 'genfrac:\\frac d l', 2],
    ['a number with a power of ten', '1 . 5 e - 3', 6],
    ['what stands in brackets of two kinds', 'x mopen a + b mclose', 6],
  ])('%s', (_, text, count) => {
    expect(taken(text)).toBe(count);
  });

  it('is next to the function where words are typed', () => {
    expect(taken('mop:\\ln ␣ u ␣ a n d ␣ v', true)).toBe(1);
    expect(taken('s o ␣ l n ␣ u', true)).toBe(4);
    expect(taken('s o ␣ u', true)).toBe(1);
  });
});

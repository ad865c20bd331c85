import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml-positions';

describe('YAML’s errors in words of its authors', () => {
  it.each([
    ['a colon in a value', 'a: 1\nprompt: Say this: now\n', 2, "quotes: 'Say this: now'"],
    ['a colon in a value of a list', 'a:\n  - f: x: y\n', 2, 'put the value in quotes'],
    ['a colon within braces', 'a: { b: x: y }\n', 1, 'put the value in quotes'],
    [
      'a brace in front',
      'expression: {a} + b\n',
      1,
      "begins with { is taken for the beginning of a table; put the value in quotes: '{a} + b'",
    ],
    ['a star in front', 'a: *x + y\n', 1, "put the value in quotes: '*x + y'"],
    ['a star alone', 'b: 1\na: *x\n', 2, "put the value in quotes: '*x'"],
    [
      'an ampersand in front, which YAML would drop',
      'b: 1\na: &x y\n',
      2,
      "put the value in quotes: '&x y'",
    ],
    ['a lonely ampersand', 'a: & y\n', 1, 'begins with &'],
    ['a percent sign in front', 'a: %x\n', 1, 'begins with %'],
    ['an at sign in front', 'a: @x\n', 1, 'begins with @'],
    ['an exclamation mark in front', 'a: !x y\n', 1, 'begins with !'],
    ['a tab', 'a:\n\tb: 1\n', 2, 'indent with spaces'],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 3, '`a` stands twice'],
    [
      'a backslash in double quotes',
      'a: "\\mathcal{L}"\n',
      1,
      '\\m means nothing in double quotes; put LaTeX in single quotes',
    ],
    ['a quote that is not closed', "a: 'x\nb: 1\n", 3, "a ' is not closed"],
    ['a quote within quotes', "a: 'it's'\n", 1, 'a quote is written twice'],
    ['no space after the colon', 'a:1\nb: 2\n', 1, '`a: 1`'],
    ['no key', 'a: 1\nb\nc: 2\n', 2, '`b` has no key'],
    ['a bracket that is not closed', 'a: [1, 2\nb: 1\n', 2, 'is not closed'],
    ['braces of LaTeX within braces', 'a: { b: \\frac{1}{2} }\n', 1, 'needs quotes'],
    ['uneven indentation', 'a:\n   b: 1\n  c: 2\n', 3, 'indented unlike its neighbours'],
    [
      'a key one column off',
      'l:\n  - a:\n      b: 1\n      c: 2\n     d: 3\n      e: 4\n',
      5,
      'indented unlike its neighbours',
    ],
    ['a tab before a key that goes on', 'a:\n  b: 1\n\t  c: 2\n  d: 3\n', 3, 'indent with spaces'],
    ['no space after the dash of a list', 'l:\n  - a: 1\n  -b: 2\n    c: 3\n', 3, '`- b: 2`'],
    ['a line indented below a value', 'a: 1\n  b: 2\n', 1, '`b: 2`, is indented as if'],
  ])('%s', (_, source, line, words) => {
    const { problems } = readYaml(source, 'exam.yaml');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(words);
    expect(problems[0]?.line).toBe(line);
  });

  it('goes on after a slip in a value, and stops where lines are read wrongly', () => {
    const source = 'a: x: y\nb: @z\nq: *r\nc:\n    d: 1\n   e: 2\nf: *g h\n';
    expect(readYaml(source, 'exam.yaml').problems.map(({ line }) => line)).toEqual([1, 2, 3, 6]);
  });

  it('leaves names that are used alone', () => {
    const source = 'a: &x one\nb: *x\nc: &all { d: 1 }\ne: { <<: *all }\n';
    expect(readYaml(source, 'exam.yaml').problems).toEqual([]);
  });
});

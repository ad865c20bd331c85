import { describe, expect, it } from 'vitest';
import { decideDenominator } from './denominator-decision';
import { decideScript, type Script } from './script-decision';

const names = {
  signs: new Set(['lambda', 'mu', 'infty', 'inf', 'eps']),
  functions: new Set(['ln', 'sin', 'exp']),
};

const script = (changes: Partial<Script>): Script => ({
  branch: 'subscript',
  content: '',
  base: 'x',
  opened: '',
  known: [],
  names,
  ...changes,
});

describe('an index', () => {
  it.each([
    ['t', 'an empty one takes what comes', {}, 'stay'],
    ['t', 'of a declared form goes on with it', { content: 'w', known: ['wt'] }, 'stay'],
    ['J', 'that is complete ends with a letter', { content: 'g', known: ['g'] }, 'leave'],
    ['+', 'ends with an operator', { content: 't', known: ['t', 't+1'] }, 'leave'],
    ['1', 'of letters takes a digit', { content: 'ab' }, 'stay'],
    [' ', 'ends with a space', { content: 't' }, 'leave only'],
    [' ', 'begins with none', {}, 'swallow'],
    ['^', 'goes back to its base for the exponent', { content: 'g' }, 'leave'],
    ['(', 'is opened by a bracket', {}, 'open'],
    [')', 'in a bracket ends with it', { content: 't-1', opened: '(' }, 'leave only'],
    ['-', 'in a bracket goes on with anything', { content: 't', opened: '(' }, 'stay'],
  ] as const)('%s: %s', (character, _, changes, decision) => {
    expect(decideScript(script(changes), character)).toBe(decision);
  });
});

describe('an exponent', () => {
  const above = (content: string, known: readonly string[] = [], base = 'x') =>
    script({ branch: 'superscript', content, known, base });

  it.each([
    ['a number goes on with digits', above('1'), '2', 'stay'],
    ['a number ends with a letter', above('2'), 'y', 'leave'],
    ['a name goes on as long as it is one', above('lamb'), 'd', 'stay'],
    ['a letter ends with the next', above('T'), 'x', 'leave'],
    ['a sign waits for what it belongs to', above('-'), 'x', 'stay'],
    ['infinity is typed to its end', above('inftyt'), 'y', 'stay'],
    ['of a number keeps an index', above('x', [], '2'), '_', 'stay'],
    ['of a letter leaves for the index', above('L', ['L'], 'J'), '_', 'leave'],
  ] as const)('%s', (_, given, character, decision) => {
    expect(decideScript(given, character)).toBe(decision);
  });
});

describe('the index of a sum or limit', () => {
  it.each([
    ['sum', 'k', '=', 'stay'],
    ['sum', 'k=', '1', 'stay'],
    ['sum', 'k=', '-', 'stay'],
    ['sum', 'k=1', '0', 'stay'],
    ['sum', 'k=1', '^', 'leave'],
    ['sum', 'k=1', ' ', 'leave only'],
    ['sum', 'k=1', 'k', 'leave'],
    ['sum', 'k=n', '+', 'stay'],
    ['sum', 'k=n+', '1', 'stay'],
    ['prod', 'i=n', 'i', 'leave'],
    ['lim', 'x', '-', 'stay'],
    ['lim', 'xto', '0', 'stay'],
    ['lim', 'xto', 'i', 'stay'],
    ['lim', 'xtoi', 'n', 'stay'],
    ['lim', 'xto0', 'f', 'leave'],
    ['sum', 'k', '-', 'leave'],
    ['x', 't', '=', 'leave'],
  ] as const)('%s_%s and %s: %s', (base, content, character, decision) => {
    expect(decideScript(script({ base, content }), character)).toBe(decision);
  });
});

describe('a typed denominator', () => {
  const below = (content: string, endsWithBracket = false, numerator = '1') => ({
    content,
    numerator,
    endsWithBracket,
    functions: new Set(['g']),
    names,
  });

  it.each([
    ['ends with an operator', below('lambda'), '-', 'leave'],
    ['begins with no space', below(''), ' ', 'swallow'],
    ['ends with a space', below('lambda'), ' ', 'leave only'],
    ['ends with a number before a letter', below('2'), 'x', 'leave'],
    ['keeps the argument of a function', below('ln'), 'x', 'stay'],
    ['keeps the bracket of a function of the part', below('g'), '(', 'stay'],
    ['is no product with a bracket', below('x'), '(', 'leave'],
    ['ends behind its bracket', below('(x+1)', true), 'y', 'leave'],
    ['keeps its exponent', below('x'), '^', 'stay'],
    ['keeps what a derivative is taken by', below('d', false, 'dL'), 'g', 'stay'],
    ['of a derivative keeps an index', below('df', false, 'dl'), '_', 'stay'],
    ['of a derivative ends with its variable', below('dg', false, 'dL'), 'x', 'leave'],
    [
      'of a partial derivative goes on with a name',
      below('partiallamb', false, 'partialL'),
      'd',
      'stay',
    ],
    ['is no derivative where nothing is one above', below('d'), 'x', 'leave'],
  ] as const)('%s', (_, given, character, decision) => {
    expect(decideDenominator(given, character)).toBe(decision);
  });
});

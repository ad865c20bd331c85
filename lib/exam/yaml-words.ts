import type { YAMLError } from 'yaml';

/** What a value may not begin with unless it is in quotes, and what YAML takes it for. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  '{': 'the beginning of a table',
  '[': 'the beginning of a list',
  '*': 'a reference to something named elsewhere',
  '&': 'a name for what follows',
  '%': 'an instruction to YAML',
  '@': 'a sign that YAML keeps for itself',
  '`': 'a sign that YAML keeps for itself',
  '!': 'a type of YAML',
  '|': 'the beginning of a text of several lines',
  '>': 'the beginning of a text of several lines',
};

/** Of a value that begins with a sign which means something to YAML; null where it does not. */
export function beginningWords(value: string): string | null {
  const sign = value.charAt(0);
  const meaning = BEGINNINGS[sign];
  if (meaning === undefined) return null;
  return `a value that begins with ${sign} is taken for ${meaning}; put the value in quotes: ${quoted(value)}`;
}

/** In single quotes nothing but the quote itself means anything: the right ones for LaTeX. */
function quoted(value: string): string {
  const [first = ''] = value.split('\n');
  const text = first.trim();
  return text.length > 40 ? "'…'" : `'${text.replaceAll("'", "''")}'`;
}

/** An error of the YAML parser for people who do not know YAML. */
export function yamlWords({ code, message, pos }: YAMLError, source: string): string {
  const line = lineAround(source, pos[0]);
  switch (code) {
    case 'BAD_DQ_ESCAPE':
      return `${source.slice(pos[0], pos[0] + 2)} means nothing in double quotes; put LaTeX in single quotes: '\\frac{1}{2}'`;
    case 'TAB_AS_INDENT':
      return 'the line begins with a tab; indent with spaces';
    case 'DUPLICATE_KEY': {
      const key = /^[^:\n]*/.exec(source.slice(pos[0]))?.[0].trim();
      return `\`${key}\` stands twice in the same place; each key may stand there once`;
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return nestedWords(line, source, pos[0]);
    case 'MULTILINE_IMPLICIT_KEY':
      return noSpaceAfterColon(line) ?? unlikeKey(line);
    case 'MISSING_CHAR':
      return missingWords(message, line);
    case 'BAD_INDENT':
      return /flow/i.test(message)
        ? 'a [ or { above is not closed, or what stands here is too far left to belong to it'
        : 'the line is indented unlike its neighbours; keys that belong together begin in one column';
    case 'MULTIPLE_DOCS':
      return 'a line of --- begins a second document; an exam is one';
    default:
      return (
        withinBraces(line) ?? beginningWords(valueIn(line)) ?? afterQuote(line) ?? fallback(message)
      );
  }
}

/** A colon in the middle of a value, or a line that is indented below a value. */
function nestedWords(line: string, source: string, at: number): string {
  const value = valueIn(line);
  if (/:(\s|$)/.test(value))
    return `a colon with a space after it is taken for the end of a key; put the value in quotes: ${quoted(value)}`;
  const next = source.slice(at).split('\n')[1] ?? '';
  return `the line below, \`${next.trim()}\`, is indented as if it belonged to \`${value.trim()}\``;
}

function missingWords(message: string, line: string): string {
  const quote = /closing (['"])quote/.exec(message)?.[1];
  if (quote) return `a ${quote} is not closed`;
  if (/Comments must be separated/.test(message))
    return 'a # begins a comment only after a space; put the value in quotes';
  return beginningWords(valueIn(line)) ?? noSpaceAfterColon(line) ?? unlikeKey(line);
}

function noSpaceAfterColon(line: string): string | null {
  const found = /^\s*(?:- )?([\w-]+):(\S.*)$/.exec(line);
  return found && `after a key and its colon comes a space: \`${found[1]}: ${found[2]}\``;
}

function unlikeKey(line: string): string {
  return `\`${line.trim()}\` has no key; a line is \`key: value\`, or \`- value\` in a list`;
}

function afterQuote(line: string): string | null {
  const quote = /^['"]/.exec(valueIn(line))?.[0];
  if (quote === "'")
    return "something follows the closing quote; within single quotes a quote is written twice: ''";
  if (quote) return 'something follows the closing quote; put the whole value in single quotes';
  return null;
}

/** `{ b: \frac{1}{2} }` is meant as a table, and a value in it ends too early. */
function withinBraces(line: string): string | null {
  return /[{[].*\w: /.test(line)
    ? 'a value within { } or [ ] that has a brace, bracket or comma of its own needs quotes'
    : null;
}

/** What stands in a line behind its first key, or behind the dash of a list. */
function valueIn(line: string): string {
  return line.replace(/^\s*(?:- +)*(?:[\w<]+: +)?/, '');
}

function lineAround(source: string, at: number): string {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const end = source.indexOf('\n', at);
  return source.slice(start, end === -1 ? source.length : end);
}

function fallback(message: string): string {
  return `this is no YAML; a value with signs such as : # { [ in it needs quotes (${message})`;
}

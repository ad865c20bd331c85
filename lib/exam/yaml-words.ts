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

/** What an error of YAML is in words, and whether all that comes after it is read wrongly. */
export interface YamlWords {
  message: string;
  misreadsRest: boolean;
}

/** An error of the YAML parser for people who do not know YAML. */
export function yamlWords(error: YAMLError, source: string): YamlWords {
  const line = lineAround(source, error.pos[0]);
  const ofValue = badlyStarted(line) === null ? valueWords(error, line, source) : null;
  if (ofValue !== null) return { message: ofValue, misreadsRest: false };
  return { message: lineWords(error, line, source), misreadsRest: true };
}

/** A slip within one value, after which the file goes on as it should; null where it is none. */
function valueWords({ code, message, pos }: YAMLError, line: string, source: string) {
  const value = valueIn(line);
  switch (code) {
    case 'BAD_DQ_ESCAPE':
      return `${source.slice(pos[0], pos[0] + 2)} means nothing in double quotes; put LaTeX in single quotes: '\\frac{1}{2}'`;
    case 'DUPLICATE_KEY': {
      const key = /^[^:\n]*/.exec(source.slice(pos[0]))?.[0].trim();
      return `\`${key}\` stands twice in the same place; each key may stand there once`;
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return /:(\s|$)/.test(value)
        ? `a colon with a space after it is taken for the end of a key; put the value in quotes: ${quoted(value)}`
        : null;
    case 'MULTILINE_IMPLICIT_KEY':
    case 'TAB_AS_INDENT':
    case 'MULTIPLE_DOCS':
      return null;
    case 'BAD_INDENT':
      return /flow/i.test(message) ? withinBraces(line) : null;
    case 'MISSING_CHAR':
      if (/Comments must be separated/.test(message))
        return 'a # begins a comment only after a space; put the value in quotes';
      return /quote/.test(message) ? null : beginningWords(value);
    default:
      return withinBraces(line) ?? beginningWords(value) ?? afterQuote(line);
  }
}

/** A slip in how lines stand to one another. */
function lineWords({ code, message, pos }: YAMLError, line: string, source: string): string {
  const quote = /closing (['"])quote/.exec(message)?.[1];
  if (quote) return `a ${quote} is not closed`;
  const start = badlyStarted(line);
  if (start !== null) return start;
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const next = source.slice(pos[0]).split('\n')[1] ?? '';
      const value = valueIn(line).trim();
      if (value === '') return INDENTED;
      return `the line below, \`${next.trim()}\`, is indented as if it belonged to \`${value}\``;
    }
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return noSpaceAfterColon(line) ?? (hasKey(line) ? INDENTED : unlikeKey(line));
    case 'BAD_INDENT':
      return /flow/i.test(message)
        ? 'a [ or { above is not closed, or what stands here is too far left to belong to it'
        : INDENTED;
    case 'MULTIPLE_DOCS':
      return 'a line of --- begins a second document; an exam is one';
    default:
      return `this is no YAML; a value with signs such as : # { [ in it needs quotes (${message})`;
  }
}

const INDENTED =
  'the line is indented unlike its neighbours; keys that belong together begin in one column';

/** A line that begins with a tab, or with a dash that no space follows. */
function badlyStarted(line: string): string | null {
  if (/^ *\t/.test(line)) return 'the line begins with a tab; indent with spaces';
  const item = /^\s*-([\w]+:.*)$/.exec(line)?.[1];
  return item === undefined ? null : `after the dash of a list comes a space: \`- ${item}\``;
}

function hasKey(line: string): boolean {
  return /^\s*(?:- +)?[\w-]+:(\s|$)/.test(line);
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

import type { PositionedYaml, WrittenText } from '@/lib/exam/yaml-positions';
import { formulaProblem } from '@/lib/ui/typeset/formula';
import type { Remark } from './finding';

/** What YAML makes of a backslash and a letter in double quotes. */
const ESCAPES: Readonly<Record<string, string>> = {
  a: 'a bell',
  b: 'a backspace',
  e: 'an escape',
  f: 'a form feed',
  n: 'a line break',
  r: 'a carriage return',
  t: 'a tab',
  v: 'a vertical tab',
  N: 'a line break',
  L: 'a line break',
  P: 'a line break',
  _: 'a space',
  '0': 'a null',
};

/** These are also written on purpose; they are a slip where a command of LaTeX begins with them. */
const ALSO_MEANT = 'nt_';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * Signs in the texts of a file that nobody sees or types: `"\theta"` in double quotes is a tab and
 * `heta`. Each with its place.
 */
export function controlCharacters(yaml: PositionedYaml): Remark[] {
  return yaml.texts.flatMap((text) => {
    const found = text.escapes ? inDoubleQuotes(text.source) : [];
    const hidden = found.length === 0 && CONTROL.exec(text.value);
    if (hidden) found.push({ at: 0, message: hiddenWords(hidden[0]) });
    return found.map(({ at, message }) => ({
      severity: 'error',
      message,
      path: text.path,
      position: yaml.positionOf(text.offset + at),
    }));
  });
}

function hiddenWords(sign: string): string {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `the text has a control character (U+${code}) in it, which nobody sees`;
}

function inDoubleQuotes(source: WrittenText['source']): { at: number; message: string }[] {
  return [...source.matchAll(/\\(.)([A-Za-z]*)/gs)].flatMap(({ 0: all, 1: sign = '', index }) => {
    const meaning = ESCAPES[sign];
    if (meaning === undefined) return [];
    const command = sign === '_' || sign === '0' ? `\\${sign}` : all;
    if (ALSO_MEANT.includes(sign) && !isCommand(command)) return [];
    const message = `in double quotes \\${sign} is ${meaning}, so ${command} is lost; put the value in single quotes`;
    return [{ at: index, message }];
  });
}

/** Whether LaTeX knows a command, which may still lack what it is taken of. */
function isCommand(command: string): boolean {
  const problem = formulaProblem(command, 'in a line');
  return problem === null || problem.unknown === null;
}

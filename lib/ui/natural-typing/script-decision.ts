import { beginsName, isOperator, type Names, SYMBOL } from './characters';
import { decideRange } from './range-decision';

/** What a character does in an index or exponent that the caret stands in. */
export type ScriptDecision =
  /** It goes on there. */
  | 'stay'
  /** The index has ended; the character comes behind it. */
  | 'leave'
  /** The index has ended, and the character said no more than that. */
  | 'leave only'
  /** A space before anything stands there, which says nothing. */
  | 'swallow'
  /** It opens a bracket that is not shown, until whose end everything goes on there. */
  | 'open';

export interface Script {
  branch: 'subscript' | 'superscript';
  /** What stands in it so far, as typed. */
  content: string;
  /** What it stands at, as typed. */
  base: string;
  /** The bracket that was opened in it; empty where none was. */
  opened: '' | '(' | '{';
  /** What declared forms of this base have there. */
  known: readonly string[];
  names: Names;
}

/**
 * An index ends where the declared forms that begin like it leave no other choice; the longest wins.
 * It is left lazily, by the next character, so that Backspace still corrects it.
 */
export function decideScript(script: Script, character: string): ScriptDecision {
  const { branch, content, opened, known, base, names } = script;
  if (opened !== '') return closes(opened, character) ? 'leave only' : 'stay';
  if (content === '' && character === ' ') return 'swallow';
  if (content === '') return opensIn(branch, character) ? 'open' : 'stay';
  if (character === ' ') return 'leave only';
  if (character === '^' || character === '_') return decideMark(script, character);
  const range = branch === 'subscript' ? decideRange(base, content, character, names) : null;
  if (range) return range;
  if (character === SYMBOL) return decideSymbol(content, known);
  const goesOn = known.some((form) => form.startsWith(content + character));
  if (goesOn && !isOperator(character)) return 'stay';
  if (known.includes(content)) return 'leave';
  return decideUndeclared(script, character);
}

function closes(opened: '(' | '{', character: string): boolean {
  return character === '}' || (character === ')' && opened === '(');
}

/** `x_{t-1}` and `x_(t-1)` are typed as LaTeX and as plain text have them. */
function opensIn(branch: Script['branch'], character: string): boolean {
  return character === '{' || (character === '(' && branch === 'subscript');
}

/** `J_g^L`: the other mark goes back to the same base; in `2^x_t` the index is the exponent's. */
function decideMark({ branch, content, base, known }: Script, mark: '^' | '_'): ScriptDecision {
  if (known.some((form) => form.startsWith(content + mark))) return 'stay';
  if (branch === 'subscript') return mark === '^' ? 'leave' : 'stay';
  if (mark === '^') return 'stay';
  return /^[\d.]+$/.test(base) ? 'stay' : 'leave';
}

function decideSymbol(content: string, known: readonly string[]): ScriptDecision {
  const mayGoOn = known.some((form) => form !== content && form.startsWith(content));
  if (mayGoOn && !known.includes(content)) return 'stay';
  return isSign(content) ? 'stay' : 'leave';
}

/** Numbers go on with digits, indices with letters, exponents only as long as they begin a name. */
function decideUndeclared({ branch, content, names }: Script, character: string): ScriptDecision {
  if (isSign(content)) return character === '(' || !isOperator(character) ? 'stay' : 'leave';
  // `inf` is shown as infinity already; `infty` is still being typed.
  if (/^[-+]?inftyt?$/.test(content) && (character === 't' || character === 'y')) return 'stay';
  if (isOperator(character)) return 'leave';
  const name = content.replace(/^[-+]/, '');
  if (/[)\]]$/.test(name)) return 'leave';
  const isNumber = /^[\d.]+$/.test(name);
  if (/[\d.]/.test(character)) return isNumber || branch === 'subscript' ? 'stay' : 'leave';
  if (isNumber) return 'leave';
  if (branch === 'subscript') return 'stay';
  return beginsName(names, name + character) ? 'stay' : 'leave';
}

function isSign(content: string): boolean {
  return /^[-+]$/.test(content);
}

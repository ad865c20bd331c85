import type { MathfieldElement } from 'mathlive';
import type { TypedName } from './natural-typing/typed-names';

/** A symbol that is written with several characters but is one: deleted with one Backspace. */
export interface AtomicSymbol {
  /** Letters only: becomes a macro of this name. */
  name: string;
  latex: string;
  /** What one types to get it. */
  shortcut?: string;
  /** Other ways to write it, LaTeX or plain text. */
  aliases?: readonly string[];
  isFunction?: boolean;
}

/** The names of symbols that become signs as soon as they are typed. */
export function typedNames(symbols: readonly AtomicSymbol[]): TypedName[] {
  return symbols.flatMap(({ name, latex, aliases = [], shortcut }) => {
    const typed = shortcut ?? /^\\([A-Za-z]{3,})$/.exec(latex)?.[1];
    if (typed === undefined) return [];
    const command = latex === `\\${typed}` ? latex : `\\${name}`;
    const isGradient =
      typed === 'grad' && [latex, ...aliases].some((form) => form.includes('\\nabla'));
    return [{ typed, command, isGradient }];
  });
}

type Shortcuts = MathfieldElement['inlineShortcuts'];

/** Where a name is typed that does not end a word. */
const NOT_IN_A_WORD =
  'nothing+digit+binop+relop+punct+openfence+closefence+space+frac+surd+array+text';

/** The default shortcuts that do not get in the way of what is typed. */
function shortcutsBeside(
  { '|->': _takesTheBarOfANorm, ...shortcuts }: Shortcuts,
  symbols: readonly AtomicSymbol[],
  words: boolean,
): Shortcuts {
  if (!words) return shortcuts;
  const commands = new Set(symbols.map(({ latex }) => latex));
  return Object.fromEntries(
    Object.entries(shortcuts).flatMap(([typed, shortcut]): [string, Shortcuts[string]][] => {
      if (!/[A-Za-z]/.test(typed) || typed === 'infty') return [[typed, shortcut]];
      // Greek letters of the part keep their names.
      const value = typeof shortcut === 'string' ? shortcut : shortcut.value;
      return commands.has(value) ? [[typed, { after: NOT_IN_A_WORD, value }]] : [];
    }),
  );
}

/**
 * Keys that MathLive takes by their place. What stands there is the keyboard's matter: on the one that is
 * a backslash in Britain most of Europe has `<`, and behind a backslash all that follows is raw LaTeX.
 */
const BY_PLACE = /^(shift\+)?\[(IntlBackslash|Backquote|Quote)\]$/;

/** Sets a field up for the symbols of a part. */
export function configure(
  element: MathfieldElement,
  symbols: readonly AtomicSymbol[],
  words: boolean,
) {
  element.mathVirtualKeyboardPolicy = 'manual';
  element.menuItems = [];
  element.macros = {
    ...element.macros,
    ...Object.fromEntries(
      symbols.map(({ name, latex }) => [name, { def: latex, args: 0, captureSelection: true }]),
    ),
  };
  element.inlineShortcuts = {
    ...shortcutsBeside(element.inlineShortcuts, symbols, words),
    // The default of `log` makes a subscript of whatever follows, that of `lim` opens two gaps, and
    // whoever writes the arrow would be left with one of them; those of sums and integrals open gaps
    // that swallow what follows where no bounds are written.
    ...(words
      ? {}
      : {
          ...{ inf: '\\infty', log: '\\log', ln: '\\ln', lim: '\\lim_{#?}', partial: '\\partial' },
          ...{ int: '\\int', sum: '\\sum', prod: '\\prod', grad: '\\nabla' },
        }),
    ...Object.fromEntries(
      symbols.flatMap(({ name, latex, shortcut }) => {
        // A letter of its own stays one: primes and scripts are then set as on any other.
        const typed = latex === `\\${shortcut}` ? latex : `\\${name}`;
        return shortcut ? [[shortcut, typed]] : [];
      }),
    ),
  };
  element.keybindings = element.keybindings.filter(({ key }) => !BY_PLACE.test(key));
  element.mathModeSpace = '\\:';
  element.smartFence = true;
  element.smartSuperscript = false;
  // Indices of indices are written, of those again hardly ever.
  element.scriptDepth = [2, 4];
}

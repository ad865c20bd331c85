import { caught, type MathError, MathProblem } from '@/lib/math/core/error';
import { isMark } from '@/lib/math/language/items';
import { canonicalItem, type Item } from '@/lib/math/notation/item';
import { MAX_DEPTH, tooDeep } from '@/lib/math/notation/layout-problems';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { fail, type Result } from '@/lib/result';
import { withEitherSign } from './both-signs';
import { conditionSet } from './condition-set';
import { eitherWay, type SetContext } from './context';
import { readInterval } from './interval';
import {
  depthOf,
  findOutside,
  isCommand,
  isOneOfMarks,
  placeOf,
  RELATION_MARKS,
} from './item-search';
import { COMMAS, isLoose, joined, TOGETHER } from './joined';
import { listedNumbers } from './listed-numbers';
import { readNumber, readNumbers } from './numbers';
import { EMPTY, REALS, type SetTree, setLatex } from './set';
import { CLOSE_BRACE, OPEN_BRACE, setItems } from './set-items';
import { isReals, isSymbol, withoutName } from './set-names';

/** A set as it was read, with sentences about the rules that it made use of. */
export interface SetReading {
  set: SetTree;
  /** What it is where a comma or the word “and” means the other of what it may; null where none does. */
  otherwise: SetTree | null;
  hints: readonly string[];
}

export interface SetReadingOptions {
  /** What the set may be called in front of `=`, LaTeX. */
  leftSides: readonly string[];
  /** The id of the symbol whose values the set holds; null where conditions cannot be read. */
  variable: string | null;
}

const OPERATIONS = [
  { commands: ['cup'], kind: 'union' },
  { commands: ['cap'], kind: 'intersection' },
  { commands: ['setminus', 'backslash', 'smallsetminus'], kind: 'difference' },
] as const;

/**
 * Reads a set of real numbers, LaTeX or plain text: intervals with any brackets, lists in braces,
 * `\emptyset`, `\mathbb{R}`, `\mathbb{R}_{>0}`, `\{x : x > 0\}`, unions, intersections and
 * differences of these, conditions on the variable, and lists of numbers without braces. Takes time
 * at most quadratic in the length, which is bounded.
 */
export function readSet(
  source: string,
  table: SymbolTable,
  options: SetReadingOptions,
): Result<SetReading, MathError> {
  const reading = readAs(source, table, options, table.decimalComma);
  if (!table.decimalComma) return reading;
  // `[0,1]` is an interval also where a comma can be a decimal one; `\{1,5\}` may be either.
  const otherwise = readAs(source, table, options, false);
  if (!reading.ok || !otherwise.ok)
    return reading.ok ? reading : otherwise.ok ? otherwise : reading;
  const [one, other] = [reading, otherwise].map(({ value }) => setLatex(value.set, table));
  if (one === other) return reading;
  const message =
    'Is a comma here a decimal one? Put semicolons between numbers, as in $\\{1; 5\\}$.';
  return fail({ message, start: 0, end: source.length });
}

function readAs(
  source: string,
  table: SymbolTable,
  { leftSides, variable }: SetReadingOptions,
  decimalComma: boolean,
): Result<SetReading, MathError> {
  return caught(() => {
    const items = withoutName(setItems(source, table, decimalComma), leftSides, table, variable);
    if (items.length === 0)
      throw new MathProblem({ message: 'There is nothing to read.', start: 0, end: source.length });
    const reading = caught(() =>
      eitherWay(table, variable, (context) => new SetReader(items, context, 0).whole()),
    );
    const listed = eitherWay(table, variable, (context) =>
      reading.ok ? null : listedNumbers(items, context),
    );
    if (listed.value) return { set: listed.value, otherwise: null, hints: listed.hints };
    if (!reading.ok) throw new MathProblem(reading.error);
    const { value: set, otherwise, hints } = reading.value;
    return { set, otherwise, hints };
  });
}

/** The set that items are. Throws `MathProblem`. */
export function setOf(items: readonly Item[], context: SetContext): SetTree {
  return new SetReader(items, context, 0).whole();
}

/** Reads the items of one set. */
class SetReader {
  readonly #items: readonly Item[];
  readonly #context: SetContext;
  readonly #depth: number;
  #at = 0;
  #hasComma = false;

  constructor(items: readonly Item[], context: SetContext, depth: number) {
    const [first] = items;
    if (depth > MAX_DEPTH && first)
      throw tooDeep({ type: 'end', text: '', start: first.start, end: first.end });
    this.#items = items;
    this.#context = context;
    this.#depth = depth;
  }

  /** All of the items as one set. */
  whole(): SetTree {
    const set = this.#alternatives();
    const rest = this.#peek();
    if (rest) throw this.#problem('A set ends before this.', rest);
    return set;
  }

  #peek(ahead = 0): Item | undefined {
    return this.#items[this.#at + ahead];
  }

  #problem(message: string, at: Item | undefined): MathProblem {
    return new MathProblem({ message, ...placeOf(at ? [at] : [], this.#items.at(-1)) });
  }

  /** `x < 0 or x > 3`. */
  #alternatives(): SetTree {
    let set = this.#together();
    for (let sign = this.#peek(); isOneOfMarks(sign, ['∨']); sign = this.#peek()) {
      this.#at++;
      set = { kind: 'union', left: set, right: this.#together() };
      if (this.#hasComma)
        throw this.#problem('Put brackets: it is not clear what belongs together.', sign);
    }
    return set;
  }

  /** `x > 0 and x \ne 1`; `x = 1, x = 2` are alternatives. */
  #together(): SetTree {
    const sets: [SetTree, ...SetTree[]] = [this.#piece()];
    const signs: Item[] = [];
    for (let sign = this.#peek(); sign && isOneOfMarks(sign, TOGETHER); sign = this.#peek()) {
      this.#at++;
      signs.push(sign);
      sets.push(this.#piece());
      if (isOneOfMarks(sign, COMMAS)) this.#hasComma = true;
    }
    const row = { sets, signs };
    if (isLoose(row)) this.#context.onLoose();
    return joined(row, this.#context.isTurned);
  }

  #piece(): SetTree {
    const { table, variable } = this.#context;
    const begin = this.#peek();
    if (begin && isSymbol(begin, variable, table)) {
      const isOutside = isCommand(this.#peek(1), 'notin');
      if (isOutside || isCommand(this.#peek(1), 'in')) {
        this.#at += 2;
        const set = this.#operations();
        return isOutside ? { kind: 'difference', left: REALS, right: set } : set;
      }
    }
    const end = findOutside(this.#items, this.#at, (item) =>
      isOneOfMarks(item, [...TOGETHER, '∨']),
    );
    const items = this.#items.slice(this.#at, end < 0 ? undefined : end);
    if (findOutside(items, 0, (item) => isOneOfMarks(item, RELATION_MARKS)) < 0)
      return this.#operations();
    this.#at += items.length;
    const [first, second] = withEitherSign(items) ?? [items];
    const set = conditionSet(first, this.#context);
    if (!second) return set;
    return { kind: 'union', left: set, right: conditionSet(second, this.#context) };
  }

  /** Operands with one sign between them: of two signs nobody says which one comes first. */
  #operations(): SetTree {
    let set = this.#whole();
    let first: SetTree['kind'] | null = null;
    for (let kind = this.#operation(); kind; kind = this.#operation()) {
      const sign = this.#peek();
      if (first !== null && first !== kind)
        throw this.#problem('Put brackets: it is not clear which sets belong together.', sign);
      first = kind;
      this.#at++;
      set = { kind, left: set, right: this.#whole() };
    }
    return set;
  }

  /** An operand with what stands at the upper right of it: `A^c` is all that is not in A. */
  #whole(): SetTree {
    const set = this.#operand();
    const last = this.#items[this.#at - 1];
    // Those of ℝ have been read.
    if (!last || isReals(last)) return set;
    if (!last.sup && !last.sub && last.primes === 0) return set;
    const [sign, ...others] = last.sup ?? [];
    const isComplement =
      others.length === 0 &&
      !last.sub &&
      last.primes === 0 &&
      sign !== undefined &&
      ['c', 'C', '\\complement'].includes(canonicalItem(sign));
    if (isComplement) return { kind: 'difference', left: REALS, right: set };
    throw this.#problem('What stands above or below this bracket is not read.', last);
  }

  #operation(): 'union' | 'intersection' | 'difference' | null {
    const item = this.#peek();
    if (isOneOfMarks(item, ['-'])) return 'difference';
    return OPERATIONS.find(({ commands }) => isCommand(item, ...commands))?.kind ?? null;
  }

  #operand(): SetTree {
    const item = this.#peek();
    if (!item) throw this.#problem('A set is missing here.', undefined);
    if (item.base.type === 'group') {
      this.#at++;
      return new SetReader(item.base.items, this.#context, this.#depth + 1).whole();
    }
    if (isMark(item, OPEN_BRACE)) return this.#braces(item);
    if (isOneOfMarks(item, ['(', '[', ']'])) return this.#brackets(item);
    this.#at++;
    if (isCommand(item, 'emptyset', 'varnothing')) return EMPTY;
    if (isReals(item)) return this.#reals(item);
    throw this.#problem(
      'A set is expected here, such as $[0, 1)$, $\\{1, 2\\}$ or $\\mathbb{R}$.',
      item,
    );
  }

  /** An interval, or a set in round brackets. */
  #brackets(item: Item): SetTree {
    const interval = readInterval(this.#items, this.#at, this.#context);
    if (interval) {
      this.#at = interval.end;
      return interval.set;
    }
    let depth = 0;
    for (let at = this.#at; isMark(item, '(') && at < this.#items.length; at++) {
      const each = this.#items[at];
      depth += !each ? 0 : isOneOfMarks(each, ['[']) ? 1 : isMark(each, ']') ? -1 : depthOf(each);
      if (depth > 0) continue;
      const inside = this.#items.slice(this.#at + 1, at);
      this.#at = at + 1;
      if (inside.length === 0) break;
      return new SetReader(inside, this.#context, this.#depth + 1).whole();
    }
    throw this.#problem('An interval has two ends, as in $[0, 1)$.', item);
  }

  /** `\{1, 2\}` and `\{x : x > 0\}`. */
  #braces(open: Item): SetTree {
    const close = findOutside(this.#items, this.#at + 1, (item) => isMark(item, CLOSE_BRACE));
    if (close < 0) throw this.#problem('A brace is not closed.', open);
    const inside = this.#items.slice(this.#at + 1, close);
    this.#at = close + 1;
    const bar = findOutside(inside, 0, (item) => isOneOfMarks(item, ['|', ':', '|<', '|>']));
    const [first] = inside;
    const { table, variable } = this.#context;
    if (!first || bar < 1 || !isSymbol(first, variable, table))
      return { kind: 'list', elements: readNumbers(inside, this.#context) };
    const [head, condition] = [inside.slice(0, bar), inside.slice(bar + 1)];
    const held = new SetReader(condition, this.#context, this.#depth + 1).whole();
    if (head.length === 1) return held;
    const among = new SetReader(head, this.#context, this.#depth + 1).whole();
    return { kind: 'intersection', left: among, right: held };
  }

  /** `\mathbb{R}`, `\mathbb{R}_{>0}`, `\mathbb{R}^*`; of `\mathbb{R}_+` nobody knows whether 0 is in it. */
  #reals(item: Item): SetTree {
    const [sign, ...number] = item.sub ?? [];
    if (item.sup && canonicalItem({ ...item, sub: null }).endsWith('^{*}') && !item.sub) {
      const zero: SetTree = { kind: 'list', elements: [{ kind: 'number', text: '0' }] };
      return { kind: 'difference', left: REALS, right: zero };
    }
    if (item.sup || item.primes > 0 || (item.sub && !isOneOfMarks(sign, RELATION_MARKS)))
      throw this.#problem('Write which real numbers are meant, as in $\\mathbb{R}_{>0}$.', item);
    if (sign?.base.type !== 'mark') return REALS;
    const at = readNumber(number, item, this.#context);
    const belongs = sign.base.text.endsWith('=');
    const [from, to] = sign.base.text.startsWith('>')
      ? [{ at, belongs }, null]
      : [null, { at, belongs }];
    if (sign.base.text === '=' || (sign.base.text === '!=' && belongs)) {
      const list: SetTree = { kind: 'list', elements: [at] };
      return sign.base.text === '=' ? list : { kind: 'difference', left: REALS, right: list };
    }
    return { kind: 'interval', from, to };
  }
}

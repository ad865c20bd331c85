import type { Random } from '@/lib/math/core/random';
import { checkedData } from './checked';
import { rangeLength } from './costs';
import { drawn } from './draw';
import type { Expression } from './expression';
import { ProgramFault } from './fault';
import { CALLING, CHANCE, CONSTANTS, costOf, isLibraryName } from './library';
import { MOST_CELLS, MOST_DEPTH } from './limits';
import type { Mathjs } from './mathjs';
import {
  type Closure,
  cellsIn,
  type Data,
  dataOf,
  type Frame,
  isFunction,
  isList,
  type Scalar,
  sizeOf,
  tooLarge,
  type Value,
} from './value';

/** What counts the steps of a run; `Meter` does. */
export interface Steps {
  spend: (units: number) => void;
}

/** What calling mathjs takes where it has to look through lists, in steps. */
const CALL_WITH_LISTS = 4;

/** What `end` is, within an index. */
interface Ends {
  sizes: readonly number[];
  /** Which of the places of the index is worked out. */
  place: number;
}

/**
 * One run of a program: a walk over its expressions, each a step that is counted before it is taken.
 * Functions of mathjs are called with numbers and lists of numbers only, and what they give is
 * looked through before it is used.
 */
export class Evaluation {
  readonly #mathjs: Mathjs;
  readonly #random: Random;
  readonly #steps: Steps;
  readonly #names: Map<string, Value>;
  #line = 1;
  #depth = 0;

  constructor(mathjs: Mathjs, inputs: ReadonlyMap<string, Data>, random: Random, steps: Steps) {
    this.#mathjs = mathjs;
    this.#random = random;
    this.#steps = steps;
    this.#names = new Map(inputs);
  }

  /** The line that is being run. */
  get line(): number {
    return this.#line;
  }

  get names(): ReadonlyMap<string, Value> {
    return this.#names;
  }

  statement(line: number, expression: Expression): Value {
    this.#line = line;
    this.#depth = 0;
    return this.#value(expression, null, null);
  }

  #value(expression: Expression, frame: Frame | null, ends: Ends | null): Value {
    this.#steps.spend(1);
    // What is thrown ends the run, so that the depth needs no putting right.
    if (++this.#depth > MOST_DEPTH)
      throw new ProgramFault('its functions call each other too deeply');
    const value = this.#valueOf(expression, frame, ends);
    this.#depth--;
    return value;
  }

  #valueOf(expression: Expression, frame: Frame | null, ends: Ends | null): Value {
    const of = (each: Expression) => dataOf(this.#value(each, frame, ends));
    switch (expression.kind) {
      case 'constant':
        return expression.value;
      case 'name':
        return this.#named(expression.name, frame);
      case 'end':
        return ends?.sizes[ends.place] ?? 0;
      case 'list':
        return this.#checked(expression.items.map(of));
      case 'range':
        return this.#range(
          of(expression.from),
          expression.step && of(expression.step),
          of(expression.to),
        );
      case 'operation':
        return this.#library(expression.name, expression.args.map(of));
      case 'call': {
        const callee = this.#named(expression.name, frame);
        const args = expression.args.map((each) => this.#value(each, frame, ends));
        return this.#call(expression.name, callee, args);
      }
      case 'both':
        return this.#holds(of(expression.left)) && this.#holds(of(expression.right));
      case 'either':
        return this.#holds(of(expression.left)) || this.#holds(of(expression.right));
      case 'chain':
        return this.#chain(expression, of);
      case 'choice':
        return this.#value(
          this.#holds(of(expression.condition)) ? expression.yes : expression.no,
          frame,
          ends,
        );
      case 'entry': {
        const object = of(expression.object);
        return this.#entry(object, this.#places(expression.index, object, frame));
      }
      default:
        return this.#assignment(expression, frame, ends);
    }
  }

  #assignment(
    expression: Extract<Expression, { kind: 'assign' | 'assignEntry' | 'function' }>,
    frame: Frame | null,
    ends: Ends | null,
  ): Value {
    const { name } = expression;
    if (expression.kind === 'function') {
      const { parameters, body } = expression;
      const closure: Closure = { kind: 'closure', name, parameters, body, frame, line: this.#line };
      this.#names.set(name, closure);
      return closure;
    }
    const value = this.#value(expression.value, frame, ends);
    if (expression.kind === 'assign') {
      this.#names.set(name, value);
      return value;
    }
    const object = dataOf(this.#named(name, frame));
    const places = this.#places(expression.index, object, frame);
    // A place beyond the end makes a list longer.
    const reach = places.map((place) => largest(place));
    if (
      reach.reduce((cells, size, at) => cells * Math.max(size, sizeOf(object)[at] ?? 1), 1) >
      MOST_CELLS
    )
      throw tooLarge();
    this.#steps.spend(Math.ceil(cellsIn(object) / 8));
    const index = this.#mathjsCall('index', places);
    this.#names.set(name, this.#checked(this.#mathjsCall('subset', [object, index, value])));
    return value;
  }

  #named(name: string, frame: Frame | null): Value {
    for (let at = frame; at; at = at.outer) {
      const value = at.values.get(name);
      if (value !== undefined) return value;
    }
    const value = this.#names.get(name) ?? CONSTANTS.get(name);
    if (value !== undefined) return value;
    if (isLibraryName(name)) return { kind: 'builtin', name };
    if (name === 'i') return this.#mathjs.complex(0, 1);
    throw new ProgramFault(`"${name}" has no value yet`);
  }

  #call(name: string, callee: Value, args: readonly Value[]): Value {
    if (!isFunction(callee)) throw new ProgramFault(`"${name}" is no function here`);
    if (callee.kind === 'closure') return this.#apply(callee, args);
    if (CALLING.some((each) => each === callee.name)) return this.#calling(callee.name, args);
    return this.#library(callee.name, args.map(dataOf));
  }

  #apply(closure: Closure, args: readonly Value[]): Value {
    const { name, parameters, body, frame, line } = closure;
    if (args.length !== parameters.length)
      throw new ProgramFault(`"${name}" takes ${parameters.length} arguments, not ${args.length}`);
    const values = new Map(parameters.map((parameter, at) => [parameter, args[at] ?? null]));
    const from = this.#line;
    this.#line = line;
    const value = this.#value(body, { values, outer: frame }, null);
    this.#line = from;
    return value;
  }

  /** `map`, `filter` and `forEach`, which call a function with each entry. */
  #calling(name: string, args: readonly Value[]): Value {
    const [first = null, callee = null, ...more] = args;
    const list = dataOf(first);
    if (!isList(list) || !isFunction(callee) || more.length > 0)
      throw new ProgramFault(`${name} takes a list and a function`);
    const give = (entry: Scalar, ...at: number[]) => {
      const isIndexed = callee.kind === 'closure' && callee.parameters.length === 2;
      return this.#call(callee.name, callee, isIndexed ? [entry, at] : [entry]);
    };
    const given = list.map((row, at) =>
      isRow(row) ? row.map((entry, column) => give(entry, at + 1, column + 1)) : give(row, at + 1),
    );
    if (name === 'forEach') return null;
    if (name === 'map') return this.#checked(given);
    const kept = list.filter((_, at) => {
      const answer = given[at] ?? null;
      if (Array.isArray(answer)) throw new ProgramFault('filter takes a list of numbers');
      return this.#holds(dataOf(answer));
    });
    return this.#checked(kept);
  }

  #library(name: string, args: readonly Data[]): Value {
    if (CHANCE.some((each) => each === name)) {
      const values = drawn(name, args, this.#random);
      this.#steps.spend(cellsIn(values));
      return values;
    }
    const cost = costOf(name);
    if (!cost) throw new ProgramFault(`"${name}" is not a function of programs`);
    this.#steps.spend(Math.ceil(cost(args)) + (args.some(isList) ? CALL_WITH_LISTS : 0));
    return this.#checked(this.#mathjsCall(name, args));
  }

  #mathjsCall(name: string, args: readonly unknown[]): unknown {
    const made = this.#mathjs.functionOf(name);
    if (!made) throw new ProgramFault(`"${name}" is not a function of programs`);
    return made(...args);
  }

  #checked(raw: unknown): Data {
    return checkedData(raw, this.#mathjs);
  }

  #chain(
    { relations, operands }: Extract<Expression, { kind: 'chain' }>,
    of: (each: Expression) => Data,
  ): boolean {
    let [left = 0] = operands.slice(0, 1).map(of);
    for (const [at, relation] of relations.entries()) {
      const next = operands[at + 1];
      if (!next) return true;
      const right = of(next);
      if (!this.#holds(dataOf(this.#library(relation, [left, right])))) return false;
      left = right;
    }
    return true;
  }

  #holds(value: Data): boolean {
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
    throw new ProgramFault('a condition is true or false, or a number');
  }

  #range(from: Data, step: Data | null, to: Data): Data {
    const by = step ?? 1;
    if (typeof from !== 'number' || typeof by !== 'number' || typeof to !== 'number')
      throw new ProgramFault('a range goes from a number to a number');
    const count = to === from ? 1 : (to - from) / by < 0 ? 0 : rangeLength(from, by, to);
    this.#steps.spend(count);
    return Array.from({ length: count }, (_, at) => from + at * by);
  }

  #places(index: readonly Expression[], object: Data, frame: Frame | null): Data[] {
    const sizes = sizeOf(object);
    return index.map((each, place) => dataOf(this.#value(each, frame, { sizes, place })));
  }

  #entry(object: Data, places: readonly Data[]): Data {
    this.#steps.spend(places.reduce<number>((cells, place) => cells * cellsIn(place), 1));
    const [place] = places;
    // By far the most frequent, and mathjs takes a while for it.
    if (typeof place === 'number' && places.length === 1 && sizeOf(object).length === 1) {
      const entry = isList(object) ? object[place - 1] : undefined;
      if (entry === undefined || isRow(entry))
        throw new ProgramFault(`there is no entry ${place} of ${cellsIn(object)}`);
      return entry;
    }
    return this.#checked(this.#mathjsCall('subset', [object, this.#mathjsCall('index', places)]));
  }
}

function isRow(row: Scalar | readonly Scalar[]): row is readonly Scalar[] {
  return Array.isArray(row);
}

/** The farthest place that an index names. */
function largest(place: Data): number {
  const all = isList(place) ? place.flat() : [place];
  return all.reduce<number>((most, each) => Math.max(most, typeof each === 'number' ? each : 1), 0);
}

import { elementId, type Sequences } from '@/lib/kinds/proof/reading/sequences';
import { atEveryMoment, type Statement } from '@/lib/kinds/proof/reading/statement';
import { Elimination } from '@/lib/kinds/proof/reasoning/algebra/elimination';
import { vector } from '@/lib/kinds/proof/reasoning/algebra/vector-form';
import { Digits } from '@/lib/kinds/proof/reasoning/digits';
import { appliedIn } from '@/lib/kinds/proof/reasoning/functions/applied';
import { callsOf } from '@/lib/kinds/proof/reasoning/functions/interpolation';
import type { Language } from '@/lib/kinds/proof/reasoning/language';
import { Model } from '@/lib/kinds/proof/reasoning/model';
import { Theory } from '@/lib/kinds/proof/reasoning/theory';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';

/** Sequences and constants, in one dimension, that show a limit to be another than claimed. */
export interface SequenceModel {
  scalars: readonly { id: string; value: Digits }[];
  constants: readonly { id: string; value: Digits }[];
  /** The sequences that were chosen, by their current element; the others follow from them. */
  chosen: readonly { id: string; latex: string }[];
}

interface Family {
  latex: string;
  at: (moment: number) => Digits;
}

/** Each is its own kind of behaviour: constant, growing, swinging, vanishing. */
const FAMILIES: readonly Family[] = [
  { latex: '1', at: () => new Digits(1) },
  { latex: '(-1)^t', at: (moment) => new Digits(moment % 2 === 0 ? 1 : -1) },
  { latex: 't', at: (moment) => new Digits(moment) },
  { latex: '2^{-t}', at: halvings },
  { latex: '0', at: () => new Digits(0) },
];
/** Powers of many digits are asked for at the same moments again and again. */
const halved = new Map<number, Digits>();

function halvings(moment: number): Digits {
  const value = halved.get(moment) ?? new Digits(2).pow(-moment);
  halved.set(moment, value);
  return value;
}

const SCALARS = [1, 0.5, 2, 0];
const CONSTANTS = [0, 1];

/** Moments at which the statements are checked. */
const CHECKED = [3, 4, 5, 6, 7, 8, 50, 51];
/** Two moments each, so that what swings is seen. */
const LATE = [200, 201];
const LATER = [400, 401];
const NULL = new Digits('1e-30');
const FAR = new Digits('0.01');
/** Combinations of choices beyond this are not tried. */
const MOST_TRIES = 600;

/**
 * Looks for sequences that satisfy every statement and not the limit. What holds between them is
 * checked at several moments, what tends to zero by its size at late ones; the families are such
 * that what is small there vanishes, and what is not small and does not shrink stays.
 */
export function divergence(
  language: Language,
  sequences: Sequences,
  statements: readonly Statement[],
  claim: Statement,
): SequenceModel | null {
  // Moments are looked at one by one, and what is so of a function is so between them.
  if (callsOf(language.classes, [...statements, claim]).length > 0) return null;
  if (language.matrices.length > 0) return null;
  const trees = [...statements, claim].flatMap(({ left, right }) => [left, right]);
  const ids = [...new Set(trees.flatMap((tree) => [...symbolsIn(tree)]))];
  const typeOf = (id: string) => language.table.typeOf(id)?.kind;
  const fixed = ids.flatMap((id) => sequences.counted?.fixed.get(id)?.base ?? []);
  const bases = [
    ...new Set([...ids.flatMap((id) => sequences.elementOf(id)?.base ?? []), ...fixed]),
  ];
  const isOther = (id: string) => sequences.isConstant(id) && !sequences.counted?.fixed.has(id);
  const scalars = ids.filter((id) => typeOf(id) === 'scalar' && isOther(id));
  const constants = ids.filter((id) => typeOf(id) === 'matrix' && isOther(id));
  const values = choices(
    scalars.map((id) => SCALARS.filter((value) => language.scalars.contains(id, value))),
  );
  let tries = 0;
  for (const free of freeSets(bases)) {
    // What a sequence that follows from others is at a numbered moment is not worked out.
    if (!fixed.every((base) => free.includes(base))) continue;
    const solution = solutionFor(language, sequences, statements, trees, free);
    if (!solution) continue;
    for (const families of choices(free.map(() => FAMILIES))) {
      for (const places of choices(constants.map(() => CONSTANTS))) {
        for (const numbers of values) {
          if (++tries > MOST_TRIES) return null;
          const attempt = new Attempt(language, sequences, solution, {
            scalars: pairs(
              scalars,
              numbers.map((value) => new Digits(value)),
            ),
            constants: pairs(
              constants,
              places.map((value) => new Digits(value)),
            ),
            families: pairs(free, families),
          });
          if (attempt.refutes(statements, claim)) return attempt.described();
        }
      }
    }
  }
  return null;
}

/** One sequence chosen freely, or two. */
function freeSets(bases: readonly string[]): string[][] {
  const couples = bases.flatMap((a, index) => bases.slice(index + 1).map((b) => [a, b]));
  return [...bases.map((base) => [base]), ...couples];
}

interface Solution {
  theory: Theory;
  elimination: Elimination;
  /** The vectors that occur: elements of sequences and values of functions. */
  vectors: readonly string[];
}

/** The other sequences through the free ones; null where the equations leave more open. */
function solutionFor(
  language: Language,
  sequences: Sequences,
  statements: readonly Statement[],
  trees: readonly Tree[],
  free: readonly string[],
): Solution | null {
  const theory = new Theory(language, atEveryMoment(statements, sequences));
  const isFree = (id: string) => free.includes(sequences.elementOf(id)?.base ?? '');
  const isConstant = (id: string) => language.table.typeOf(id) !== null && !sequences.elementOf(id);
  const elimination = new Elimination(theory.atoms, (id) => !isFree(id) && !isConstant(id));
  for (const equation of theory.equations) elimination.add(equation);
  const symbols = trees.flatMap((tree) => [...symbolsIn(tree)]);
  const elements = symbols.filter(
    (id) => language.table.typeOf(id)?.kind === 'matrix' && sequences.elementOf(id),
  );
  const applied = trees.flatMap(appliedIn).filter((tree) => {
    const type = language.table.typeOf(tree.id);
    return type?.kind === 'function' && type.to.some((size) => size !== 1);
  });
  const vectors = [...new Set([...elements, ...applied.map((tree) => theory.nameOf(tree))])];
  const isSolved = vectors.every((id) =>
    [...elimination.reduced(vector(id)).keys()].every(
      (each) => isFree(each) || isConstant(each) || each.includes('('),
    ),
  );
  return isSolved ? { theory, elimination, vectors } : null;
}

interface Choice {
  scalars: readonly (readonly [string, Digits])[];
  constants: readonly (readonly [string, Digits])[];
  families: readonly (readonly [string, Family])[];
}

class Attempt {
  readonly #language: Language;
  readonly #sequences: Sequences;
  readonly #solution: Solution;
  readonly #choice: Choice;
  readonly #plain: Theory;
  readonly #models = new Map<number, Model>();

  constructor(language: Language, sequences: Sequences, solution: Solution, choice: Choice) {
    this.#language = language;
    this.#sequences = sequences;
    this.#solution = solution;
    this.#choice = choice;
    this.#plain = new Theory(language, []);
  }

  refutes(statements: readonly Statement[], claim: Statement): boolean {
    const limits = statements.filter(({ operator }) => operator === '->');
    const related = statements.filter(({ operator }) => operator !== '->');
    return (
      !this.#vanishes(claim) &&
      limits.every((limit) => this.#isNull(limit)) &&
      CHECKED.every((moment) => {
        const model = this.#at(moment);
        return (
          related.every((each) => model.satisfies(each) === true) &&
          model.isSound([...related, claim])
        );
      })
    );
  }

  described(): SequenceModel {
    const named = ([id, value]: readonly [string, Digits]) => ({ id, value });
    return {
      scalars: this.#choice.scalars.map(named),
      constants: this.#choice.constants.map(named),
      chosen: this.#choice.families.map(([id, { latex }]) => ({ id, latex })),
    };
  }

  #isNull(limit: Statement): boolean {
    return [...LATE, ...LATER].every((moment) => this.#size(limit, moment)?.lt(NULL) ?? false);
  }

  /** Whether the distances end small or keep shrinking: then the sequences are no counterexample. */
  #vanishes(limit: Statement): boolean {
    const [late, later] = [LATE, LATER].map((moments) => {
      const sizes = moments.map((moment) => this.#size(limit, moment));
      return sizes.some((size) => size === null)
        ? null
        : Digits.max(...sizes.flatMap((size) => size ?? []));
    });
    if (!late || !later) return true;
    return later.lt(FAR) || later.lt(late.times(0.9));
  }

  /** How far a sequence is from its limit. */
  #size({ left, right }: Statement, moment: number): Digits | null {
    const model = this.#at(moment);
    const value = model.valueOf({ kind: 'subtract', left, right });
    if (value === null) return null;
    return 'abs' in value ? value.abs() : Digits.max(...value.map((entry) => entry.abs()));
  }

  #at(moment: number): Model {
    const model = this.#models.get(moment) ?? this.#modelAt(moment);
    this.#models.set(moment, model);
    return model;
  }

  #modelAt(moment: number): Model {
    const free = new Map<string, Digits>();
    for (const [base, { at }] of this.#choice.families) {
      for (let offset = -4; offset <= 4; offset++)
        for (const name of namesOf(elementId(base, offset))) free.set(name, at(moment + offset));
      for (const [id, element] of this.#sequences.counted?.fixed ?? [])
        if (element.base === base)
          for (const name of namesOf(id)) free.set(name, at(element.offset));
    }
    const { counted } = this.#sequences;
    if (counted) free.set(counted.index, new Digits(moment));
    for (const [id, value] of this.#choice.constants) free.set(`${id}[1]`, value);
    const scalars = new Map(this.#choice.scalars);
    const through = new Model(
      this.#language,
      this.#solution.theory,
      1,
      new Map([...free, ...scalars]),
      (id) => this.#solution.elimination.reduced(vector(id)),
    );
    const values = new Map([...free, ...scalars]);
    for (const id of this.#solution.vectors) {
      const [value] = through.vector(id);
      if (value) values.set(`${id}[1]`, value);
    }
    return new Model(this.#language, this.#plain, 1, values);
  }
}

/** What a sequence in one dimension is called, of numbers and of vectors. */
function namesOf(id: string): string[] {
  return [id, `${id}[1]`];
}

/** Every way to take one of each list. */
function choices<Item>(lists: readonly (readonly Item[])[]): Item[][] {
  return lists.reduce<Item[][]>(
    (combinations, list) => combinations.flatMap((taken) => list.map((item) => [...taken, item])),
    [[]],
  );
}

function pairs<Item>(ids: readonly string[], items: readonly Item[]): [string, Item][] {
  return ids.flatMap((id, index) => {
    const item = items[index];
    return item === undefined ? [] : [[id, item] as [string, Item]];
  });
}
